#> create create_meeting
import httpx


def create_meeting(cfg, token, topic, start_time_iso=None, duration_min=30):
    payload = {
        "topic": topic,
        "type": 2,
        "duration": max(int(duration_min or 30), 15),
        "settings": {
            "waiting_room": False,
            #>              ^^^^^ waiting-room-overwritten
            "auto_recording": "cloud",
        },
    }
    if start_time_iso:
        payload["start_time"] = start_time_iso
    with httpx.Client(timeout=20.0) as client:
        res = client.post(
            f"{cfg['base_url']}/users/me/meetings",
            headers={"Authorization": f"Bearer {token}"},
            json=payload,
        )
    return res.json()
