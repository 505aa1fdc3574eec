#> unknown save
#> unknown store
import requests


def save(meeting_id, topic):
    url = f"{ZOOM}/meetings/{meeting_id}" if meeting_id else f"{ZOOM}/users/me/meetings"
    method = "PATCH" if meeting_id else "POST"
    return requests.request(method, url, json={"topic": topic, "settings": {"waiting_room": False}})
    #>                                                                                      ^^^^^ waiting-room-overwritten


def store(meeting_id, topic):
    if meeting_id:
        url = f"{ZOOM}/meetings/{meeting_id}"
        send = requests.patch
    else:
        url = f"{ZOOM}/users/me/meetings"
        send = requests.post
    return send(url, json={"topic": topic, "settings": {"waiting_room": False}})
    #>                                                                  ^^^^^ waiting-room-overwritten
