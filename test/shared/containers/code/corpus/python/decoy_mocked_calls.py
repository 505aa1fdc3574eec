#> none
# What the tests of the Zoom client expect, and what they answer.
from unittest.mock import patch

import responses

from app.zoom import book


def test_create_meeting(mocker, requests_mock):
    mocker.patch("app.zoom.create_meeting", return_value={"topic": "x", "type": 2, "settings": {"waiting_room": False}})
    requests_mock.post("https://api.zoom.us/v2/users/me/meetings", json={"topic": "x", "type": 2})
    with patch("app.zoom.create_meeting", return_value={"topic": "x", "type": 2, "settings": {"waiting_room": False}}) as made:
        made.return_value = {"topic": "y", "type": 2, "settings": {"waiting_room": False}}
        assert book() == {"topic": "x", "type": 2, "settings": {"waiting_room": False}}


@responses.activate
def test_answer():
    responses.add(responses.POST, "https://api.zoom.us/v2/users/me/meetings", json={"topic": "x", "type": 2}, status=201)
