#> create
import requests


class Meeting:
    def create_on_zoom(self, config, data=None):
        body = data or {
            "topic": self.name,
            "type": 2,
            "settings": {"waiting_room": False},
        }
        return requests.post(f"{config.base_url}/users/me/meetings", json=body, timeout=30)
