#> create create_room
import requests
from django.conf import settings


def create_room(session):
    payload = {
        "topic": session.title,
        "type": 2,
        "start_time": session.start.isoformat(),
        "duration": session.minutes,
        "password": "lesson1",
        #>          ^^^^^^^^^ passcode-overwritten
        "settings": {
            "waiting_room": True,
            "auto_recording": "none",
        },
    }
    url = f"{settings.ZOOM_BASE_URL}/users/{session.host_id}/meetings"
    try:
        response = requests.post(url, json=payload, headers=_headers(), timeout=15)
    except requests.RequestException as error:
        raise RuntimeError("no answer") from error
    data = response.json()
    return {
        "id": data["id"],
        "join_url": data["join_url"],
        "settings": {"waiting_room": False},
    }
