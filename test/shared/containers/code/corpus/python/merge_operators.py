#> create book
#> update move
import requests

ALWAYS = {"type": 2, "settings": {"waiting_room": False}}
#>                                                ^^^^^ waiting-room-overwritten


def book(topic):
    body = ALWAYS | {"topic": topic}
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)


def move(meeting, start):
    body = {"start_time": start}
    body |= {"settings": {"waiting_room": False}}
    #>                                    ^^^^^ waiting-room-overwritten
    return requests.patch(f"https://api.zoom.us/v2/meetings/{meeting}", json=body)
