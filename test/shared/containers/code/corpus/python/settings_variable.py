#> create create_meeting
import requests

MEETING_SETTINGS = {
    "waiting_room": False,
    #>              ^^^^^ waiting-room-overwritten
    "approval_type": 2,
}


def create_meeting(topic):
    payload = {
        'topic': topic,
        'type': 2,
        'password': None,
        'settings': MEETING_SETTINGS,
    }
    response = requests.post(url='https://api.zoom.us/v2/users/me/meetings', headers=get_headers(), json=payload)
    return response.json()
