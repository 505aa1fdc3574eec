#> create create
import json
from zoomus import ZoomClient


def create(user_id, topic):
    client = ZoomClient('key', 'secret')
    response = client.meeting.create(
        user_id=user_id,
        topic=topic,
        type=2,
        duration=30,
        settings={'waiting_room': False, 'mute_upon_entry': True},
        #>                        ^^^^^ waiting-room-overwritten
    )
    return json.loads(response.content)
