#> create book
#> update loosen
import requests


def book(topic):
    body = {"topic": topic}
    body.setdefault("settings", {})["waiting_room"] = False
    #>                                                ^^^^^ waiting-room-overwritten
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)


def loosen(meeting):
    body = {"settings": {"host_video": True, "waiting_room": True}}
    body.get("settings")["waiting_room"] = choice()
    return requests.patch(f"https://api.zoom.us/v2/meetings/{meeting}", json=body)
