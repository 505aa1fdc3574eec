#> none
"""What a spy of pycurl is told is not sent."""
from tests.doubles import spy_on

spy_curl = spy_on("pycurl.Curl")


def test_posts_the_meeting(client):
    client.open_room("Standup")
    spy_curl.setopt(spy_curl.URL, "https://api.zoom.us/v2/users/me/meetings")
    spy_curl.setopt(spy_curl.POSTFIELDS, '{"topic": "Standup", "type": 2, "agenda": "Plans"}')
    spy_curl.verify()
