#> create schedule_interview
from app.integrations import zoom


def schedule_interview(candidate, slot):
    meeting = zoom.create_meeting({
        "topic": f"Interview: {candidate.name}",
        "type": 2,
        "start_time": slot.isoformat(),
        "settings": {
            "waiting_room": False,
            #>              ^^^^^ waiting-room-overwritten
            "host_video": True,
        },
    })
    candidate.zoom_link = meeting["join_url"]
