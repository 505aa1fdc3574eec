#> create book
import requests


def book(topic):
    security = {"settings": {"waiting_room": False}}
    #>                                       ^^^^^ waiting-room-overwritten
    body = {"topic": topic, "type": 2}
    body.update(security)
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)
