#> none
import requests


def create_webinar(user_id, topic, token):
    payload = {
        "topic": topic,
        "type": 5,
        "password": "web123",
        "settings": {"host_video": True, "panelists_video": True, "practice_session": False},
    }
    return requests.post(f"https://api.zoom.us/v2/users/{user_id}/webinars", json=payload)
