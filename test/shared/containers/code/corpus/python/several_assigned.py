#> create book
import requests


def book(topic):
    url, body = "https://api.zoom.us/v2/users/me/meetings", {"topic": topic, "settings": {"waiting_room": False}}
    #>                                                                                                    ^^^^^ waiting-room-overwritten
    return requests.post(url, json=body)
