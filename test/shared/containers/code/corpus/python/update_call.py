#> create create
import requests

ZOOM_MEETINGS = "https://api.zoom.us/v2/users/me/meetings"


def create(topic, recurring, token):
    data = {"topic": topic, "type": 8 if recurring else 2}
    data.update({
        "duration": 30,
        "settings": {"host_video": True, "waiting_room": False},
        #>                                               ^^^^^ waiting-room-overwritten
    })
    if recurring:
        data.update({"recurrence": {"type": 2, "weekly_days": "2"}})
    return requests.post(ZOOM_MEETINGS, json=data, headers={"Authorization": f"Bearer {token}"})
