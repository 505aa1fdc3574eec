#> none
from unittest.mock import MagicMock, patch


@patch("app.zoom.requests.post")
def test_schedule(post):
    post.return_value = MagicMock(status_code=201, json=lambda: {
        "id": 85746065, "topic": "x", "join_url": "https://zoom.us/j/85746065", "settings": {"waiting_room": False},
    })
    schedule("x")
    post.return_value.json.return_value = {"id": 1, "uuid": "a", "settings": {"waiting_room": True}}
