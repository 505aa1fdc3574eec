#> none
# Zoom meetings, as our pages want them.
from fastapi import APIRouter

router = APIRouter()


@router.get("/meetings/{id}")
async def meeting(id: int):
    return {"topic": "Standup", "type": 2, "settings": {"waiting_room": False}}


@router.api_route("/meetings", methods=["POST"])
@logged
def latest():
    return {"topic": "Standup", "type": 2, "settings": {"waiting_room": False}}
