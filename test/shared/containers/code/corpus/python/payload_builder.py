#> create create_zoom_meeting
import requests
import time


def build_payload(lesson, host):
    return {
        "topic": f"{lesson.title} - {host.name}",
        "type": 2,
        "start_time": lesson.start.strftime("%Y-%m-%dT%H:%M:%S"),
        "duration": 60,
        "settings": {
            "waiting_room": False,
            #>              ^^^^^ waiting-room-overwritten
            "alternative_hosts": ",".join(lesson.hosts),
            "global_dial_in_countries": ["DE", "US"] if lesson.dial_in else [],
        },
    }


def create_zoom_meeting(lesson, host, token):
    time.sleep(1)
    return requests.post(
        "https://api.zoom.us/v2/users/me/meetings",
        json=build_payload(lesson, host),
        headers={"Authorization": "Bearer " + token},
    )
