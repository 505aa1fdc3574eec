#> create create
import requests

payload = """
{
    "topic": "Standup",
    "type": 2,
    "settings": {
        "waiting_room": false,
        #>              ^^^^^ waiting-room-overwritten
        "participant_video": true
    }
}
"""

requests.post("https://api.zoom.us/v2/users/me/meetings", data=payload, headers={"Authorization": "Bearer x"})
