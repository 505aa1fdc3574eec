#> create create_with_retry
import time
import requests

def create_with_retry(host, title):
    meeting_info = {
        "topic": title,
        "type": 2,
        "settings": {
            "waiting_room": False,
            #>              ^^^^^ waiting-room-overwritten
        },
    }
    for attempt in range(3):
        try:
            response = requests.post(f"https://api.zoom.us/v2/users/{host}/meetings", json=meeting_info)
            if response.status_code == 429:
                time.sleep(2 ** attempt)
                continue
            return response.json()
        except requests.ConnectionError:
            pass
    return None
