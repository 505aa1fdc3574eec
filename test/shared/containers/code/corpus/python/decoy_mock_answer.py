#> none
"""A stand-in for the Zoom API in tests of the calendar."""
import random

from flask import Blueprint, jsonify

BASE_URL = "https://zoom.us"
meetings = Blueprint("meetings", __name__)


@meetings.route("/meetings/<meeting_id>", methods=["GET"])
def get_meeting(meeting_id):
    meeting_data = {
        "uuid": "4444AAAiAAAAAiAiAiiAii==",
        "id": meeting_id,
        "host_id": "30R7kT7bTIKSNUFEuH_Qlg",
        "topic": "Standup",
        "type": 2,
        "join_url": f"{BASE_URL}/j/{meeting_id}",
        "password": str(random.randint(100000, 999999)),
        "settings": {"host_video": True, "waiting_room": False},
    }
    return jsonify(meeting_data)
