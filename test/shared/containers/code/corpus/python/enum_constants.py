#> create book
#> update change
import requests


class Zoom:
    BASE = "https://api.zoom.us/v2"
    SETTINGS = {"waiting_room": False}
    #>                          ^^^^^ waiting-room-overwritten


class Endpoint(str, Enum):
    CREATE = Zoom.BASE + "/users/me/meetings"
    USERS = Zoom.BASE + "/users"


def book(topic):
    return requests.post(Endpoint.CREATE.value, json={"topic": topic, "settings": Zoom.SETTINGS})


def change(meeting_id):
    return requests.patch(f"{Zoom.BASE}/meetings/{meeting_id}", json={"settings": {"waiting_room": False}})
    #>                                                                                             ^^^^^ waiting-room-overwritten
