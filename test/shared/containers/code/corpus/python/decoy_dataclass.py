#> none
from dataclasses import dataclass, field


@dataclass
class ZoomMeeting:
    topic: str
    type: int = 2
    waiting_room: bool = False
    settings: dict = field(default_factory=lambda: {"waiting_room": False, "host_video": True})
