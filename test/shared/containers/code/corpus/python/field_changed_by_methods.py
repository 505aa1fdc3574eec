#> create send
import requests


class MeetingBuilder:
    def __init__(self, topic):
        self.payload = {"topic": topic, "settings": {"waiting_room": False}}

    def open(self, is_open):
        self.payload["settings"]["waiting_room"] = not is_open
        return self

    def send(self):
        return requests.post("https://api.zoom.us/v2/users/me/meetings", json=self.payload)
