#> create create
import requests


def create(topic, token):
    body = {"topic": topic, "type": 2, "password": "x1y2z3"}
    body.setdefault("settings", {"waiting_room": False})
    #>                                           ^^^^^ waiting-room-overwritten
    del body["password"]
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)
