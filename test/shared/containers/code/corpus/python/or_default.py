#> create create_on_zoom
import requests


class Meeting:
    def create_on_zoom(self, config, data=None):
        body = data or {
            "topic": self.name,
            "type": 2,
            "settings": {"waiting_room": False},
            #>                           ^^^^^ waiting-room-overwritten
        }
        return requests.post(f"{config.base_url}/users/me/meetings", json=body, timeout=30)
