#> none
import requests

from zoom_client import client

BASE = "https://api.zoom.us/v2"


def upcoming(user_id):
    return requests.request(url=f"{BASE}/users/{user_id}/meetings", params={"type": "upcoming", "topic": "x"})


def report(user_id, start):
    return client.call(f"/report/users/{user_id}/meetings", {"topic": "x", "type": "past", "duration": 3})


def by_hand(user_id):
    query = {"type": "live", "page_size": 300}
    return client.request(f"/users/{user_id}/meetings", query)
