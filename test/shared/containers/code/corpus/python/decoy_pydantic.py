#> none
from typing import Optional, TypedDict

from pydantic import BaseModel, Field


class MeetingSettings(BaseModel):
    """Settings of a Zoom meeting."""

    waiting_room: bool = False
    join_before_host: bool = True


class MeetingCreate(BaseModel):
    topic: str
    type: int = 2
    password: Optional[str] = None
    settings: MeetingSettings = Field(default_factory=MeetingSettings)

    model_config = {"json_schema_extra": {"example": {"topic": "Zoom call", "type": 2, "settings": {"waiting_room": False}}}}


class Body(TypedDict):
    topic: str
    settings: dict
