#> create open_room
import os

import requests
from app.urls import urljoin


def open_room(topic):
    url = urljoin(os.environ["ZOOM_API"], "users", "me", "meetings")
    return requests.post(url, json={"topic": topic, "type": 2, "settings": {"waiting_room": True}})
