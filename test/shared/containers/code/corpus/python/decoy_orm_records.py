#> none
from app.models import ZoomMeeting
from app.schemas import MeetingCreate

ZoomMeeting.objects.create(topic="x", type=2, settings={"waiting_room": False})
ZoomMeeting.objects.filter(id=1).update(topic="x", password="abc")
MeetingCreate(topic="x", type=2, settings={"waiting_room": False})
