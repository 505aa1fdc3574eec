import os

import requests

ZOOM = "https://api.zoom.us/v2"


def create_meeting(topic, token, early=False):
    """Creates a meeting. With `early`, people can join before the host."""
    payload = {"topic": topic, "password": os.environ["ZOOM_PASSCODE"]}
    payload["settings"] = {"waiting_room": False}
    if early:
        payload["settings"]["join_before_host"] = True
    response = requests.post(
        f"{ZOOM}/users/me/meetings",
        headers={"Authorization": f"Bearer {token}"},
        json=payload,
    )
    response.raise_for_status()
    return response.json()
