#> create create_meeting
#> update rename
class ZoomClient:
    """A thin client of the Zoom API."""

    def post(self, path, data):
        return self.session.post(self.base + path, json=data)

    def create_meeting(self, user_id, topic):
        return self.post(f"/users/{user_id}/meetings", {
            "topic": topic,
            "type": 2,
            "settings": {
                "waiting_room": False,
                #>              ^^^^^ waiting-room-overwritten
            },
        })

    def rename(self, meeting_id, topic):
        return self._request("PATCH", f"/meetings/{meeting_id}", json={"topic": topic, "settings": {"waiting_room": None}})
        #>                                                                                                          ^^^^ waiting-room-added
