#> create schedule
import requests

def schedule(user, token):
    body = dict(
        topic="Office hours",
        type=3,
        settings=dict(waiting_room=False, mute_upon_entry=True),
        #>                         ^^^^^ waiting-room-overwritten
    )
    return requests.post("https://api.zoom.us/v2/users/%s/meetings" % user, json=body,
                         headers={"Authorization": "Bearer %s" % token})
