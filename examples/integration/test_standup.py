"""The same in Python, with its standard library alone.

    zoom-request-lens serve &
    python3 -m unittest test_standup
"""
import json
import os
import unittest
from pathlib import Path
from urllib.request import Request, urlopen

BASE_URL = os.environ.get("ZOOM_BASE_URL", "http://127.0.0.1:8377/v2")
TOKEN = os.environ.get("ZOOM_TOKEN", "stand-in")


def schedule(file):
    """Stands for your own code: it creates a meeting and returns what Zoom says of it."""
    body = (Path(__file__).parent / file).read_bytes()
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    request = Request(f"{BASE_URL}/users/me/meetings", data=body, headers=headers)
    with urlopen(request) as response:
        return json.load(response)


class Standup(unittest.TestCase):
    def test_before_the_fix_guests_wait(self):
        self.assertTrue(schedule("before.zoom-create.json")["settings"]["waiting_room"])

    def test_after_the_fix_it_is_as_asked_for(self):
        meeting = schedule("after.zoom-create.json")
        self.assertEqual(meeting["password"], "k7m2q9xa")
        self.assertFalse(meeting["settings"]["waiting_room"])


if __name__ == "__main__":
    unittest.main()
