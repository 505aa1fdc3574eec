#> create book
#> update move
from dataclasses import asdict

import httpx

from app.models import MeetingSettings, ZoomMeeting, ZoomPatch


def book(topic):
    meeting = ZoomMeeting(topic=topic, type=2, settings=MeetingSettings(waiting_room=False))
    #>                                                                               ^^^^^ waiting-room-overwritten
    return httpx.post("https://api.zoom.us/v2/users/me/meetings", json=meeting.model_dump(exclude_none=True))


def move(meeting_id, start):
    patch = ZoomPatch(start_time=start, settings={"waiting_room": False})
    #>                                                            ^^^^^ waiting-room-overwritten
    return httpx.patch(f"https://api.zoom.us/v2/meetings/{meeting_id}", json=asdict(patch))


def other(meeting_id):
    patch = ZoomPatch(topic="x", settings={"waiting_room": False})
    return httpx.patch(f"https://api.zoom.us/v2/meetings/{meeting_id}", json=patch.model_dump(exclude={"settings"}))
