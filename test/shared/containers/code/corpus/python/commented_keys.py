#> create createMeeting
import json
import requests


def createMeeting(meetingTopic, startTime):
    meetingDetails = {
        "topic": meetingTopic,
        "type": 2,  # scheduled meeting
        "start_time": startTime,  # "2022-10-23T01: 15: 00",
        # "password": "123456",
        "settings": {
            # "waiting_room": True,
            "waiting_room": False,
            #>              ^^^^^ waiting-room-overwritten
            "jbh_time": 0  # anytime before the host
        }
    }
    # requests.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": "x", "settings": {"waiting_room": False}})
    return requests.post("https://api.zoom.us/v2/users/me/meetings", data=json.dumps(meetingDetails))
