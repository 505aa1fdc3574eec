#> create create_meeting
import http.client
import json


class ZoomAPI:
    def __init__(self, user_id):
        self.user_id = user_id
        self.conn = http.client.HTTPSConnection("api.zoom.us")

    def set_meeting(self, topic, start):
        setting = {
            "topic": topic,
            "type": 2,
            "start_time": start,
            "settings": {
                "host_video": False,
                "waiting_room": False,
                #>              ^^^^^ waiting-room-overwritten
                "audio": "voip",
            }
        }
        self.setting_json = json.dumps(setting)

    def create_meeting(self):
        self.conn.request("POST", "/v2/users/" + self.user_id + "/meetings", headers=self.headers, body=self.setting_json)
        return self.conn.getresponse().read()
