#> create create
import requests


def create(topic, config, guests):
    data = {
        "topic": topic,
        "type": 2,
        "settings": {
            "host_video": True,
            "waiting_room": config.waiting_room,
            "meeting_authentication": True if guests else False,
            "auto_recording": "local" if config.record else "none",
        },
    }
    if config.private:
        data["settings"]["waiting_room"] = False
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=data)
