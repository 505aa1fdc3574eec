#> none
import requests

requests.patch(
    "https://api.zoom.us/v2/meetings/85746065/recordings/settings",
    json={"share_recording": "publicly", "password": "abc123", "on_demand": False},
)
requests.post("https://api.zoom.us/v2/meetings/85746065/registrants", json={"email": "a@example.com", "first_name": "A"})
requests.patch("https://api.zoom.us/v2/meetings/85746065/livestream", json={"stream_url": "rtmp://x", "stream_key": "k"})
requests.put("https://api.zoom.us/v2/meetings/85746065/status", json={"action": "end"})
