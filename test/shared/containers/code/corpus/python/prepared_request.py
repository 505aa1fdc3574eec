#> create prepared
#> update opened
import json
from urllib.request import Request, urlopen

import requests


def prepared(session, topic):
    request = requests.Request(
        "POST",
        "https://api.zoom.us/v2/users/me/meetings",
        json={"topic": topic, "settings": {"waiting_room": False}},
#>                                                         ^^^^^ waiting-room-overwritten
    )
    return session.send(request.prepare(), timeout=10)


def opened(meeting_id):
    body = {"settings": {"waiting_room": False}}
#>                                       ^^^^^ waiting-room-overwritten
    request = Request(f"https://api.zoom.us/v2/meetings/{meeting_id}", method="PATCH", data=json.dumps(body).encode())
    return urlopen(request, None, 10)
