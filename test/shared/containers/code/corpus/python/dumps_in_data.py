#> create create_meeting
import json
import requests

meeting_details = {"topic": "The title of your Zoom meeting",
                   "type": 2,
                   "start_time": "2024-06-14T10:21:57",
                   "duration": "45",
                   "timezone": "Europe/Madrid",
                   "agenda": "test",
                   "recurrence": {"type": 1,
                                  "repeat_interval": 1
                                  },
                   "settings": {"host_video": "true",
               #>  ^^^^^^^^^^ waiting-room-added
                                "participant_video": "true",
                                "mute_upon_entry": "False",
                                "watermark": "true",
                                "audio": "voip",
                                "auto_recording": "cloud"
                                }
                   }


def create_meeting(token):
    headers = {'authorization': 'Bearer ' + token, 'content-type': 'application/json'}
    r = requests.post(
        f'https://api.zoom.us/v2/users/me/meetings',
        headers=headers, data=json.dumps(meeting_details))
    return json.loads(r.text)
