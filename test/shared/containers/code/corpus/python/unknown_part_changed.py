#> create clear
#> create take
#> create alias
import requests

URL = "https://api.zoom.us/v2/users/me/meetings"


def clear(part):
    body = {"topic": "x", "settings": {"waiting_room": False}}
    body[part].clear()
    return requests.post(URL, json=body)


def take(part, name):
    body = {"topic": "x", "settings": {"waiting_room": False}}
    body[part].pop("waiting_room")
    body.setdefault(name)
    return requests.post(URL, json=body)


def alias(part):
    body = {"topic": "x", "settings": {"waiting_room": False}}
    settings = body[part]
    settings["waiting_room"] = choice()
    return requests.post(URL, json=body)
