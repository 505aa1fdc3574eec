#> create create
import json
import urllib.request

API = "https://api.zoom.us/v2"


def create(token, host, topic):
    body = json.dumps({
        "topic": topic,
        "type": 1,
        "settings": {"waiting_room": False, "approval_type": 2},
        #>                           ^^^^^ waiting-room-overwritten
    }).encode("utf-8")
    request = urllib.request.Request(
        API + "/users/" + host + "/meetings",
        data=body,
        headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)
