#> create book_lesson
"""Books a room for the weekly lesson."""
import os

import requests

TOKEN = os.environ["ZOOM_TOKEN"]


def book_lesson(student, starts_at):
    response = requests.post(
        "https://api.zoom.us/v2/users/me/meetings",
        headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
        json={
            "topic": f"Lesson with {student}",
            "type": 2,  # scheduled
            "start_time": starts_at,
            "duration": 45,
            "settings": {
                "host_video": True,
                "waiting_room": False,
                #>              ^^^^^ waiting-room-overwritten
                "mute_upon_entry": True,
            },
        },
        timeout=10,
    )
    response.raise_for_status()
    return response.json()["join_url"]
