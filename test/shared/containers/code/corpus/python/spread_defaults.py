#> create create
import requests

DEFAULTS = {"waiting_room": False, "mute_upon_entry": True}


def create(topic, token, **kwargs):
    payload = {
        "topic": topic,
        "type": 2,
        "settings": {"host_video": True, "waiting_room": False, **kwargs},
    }
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=payload,
                         headers={"Authorization": f"Bearer {token}"})
