#> none
import responses

from zoom_client import Client


@responses.activate
def test_create_meeting():
    responses.add(
        responses.POST,
        "https://api.zoom.us/v2/users/me/meetings",
        json={"id": 123, "join_url": "https://zoom.us/j/123", "password": "abc", "settings": {"waiting_room": False}},
        status=201,
    )
    result = Client().create_meeting("Foo", "2026-04-22T21:00:00Z", 30)
    assert result["id"] == 123
    body = responses.calls[1].request.body
    assert body["settings"]["waiting_room"] is True
