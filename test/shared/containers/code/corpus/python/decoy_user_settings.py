#> none
import requests

payload = {
    "in_meeting": {"waiting_room": False, "e2e_encryption": True},
    "schedule_meeting": {"host_video": True, "meeting_authentication": True},
    "settings": {"waiting_room": False},
}
requests.patch(f"https://api.zoom.us/v2/users/{user_id}/settings", json=payload, headers=headers)
