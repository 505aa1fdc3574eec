#> create book
# Only what is sent to Zoom is a request, not what fills it.
import requests


def book(topic):
    payload = {"topic": topic}
    payload.update(type=2, settings={"waiting_room": False})
    #>                                               ^^^^^ waiting-room-overwritten
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=payload)


def fill(zoom_payload, draft):
    zoom_payload.update(topic="x", type=2, settings={"waiting_room": False})
    draft.update({"topic": "x", "type": 2, "settings": {"waiting_room": False}})


def send_defaults():
    payload = defaults()
    payload.update({"topic": "x", "type": 2, "settings": {"waiting_room": False}})
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=payload)
