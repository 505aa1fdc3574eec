#> none
import json
from unittest import TestCase

from zoom_meeting import build_payload


class BuildPayloadTest(TestCase):
    def test_builds(self):
        payload = build_payload(topic="Test", start="2026-01-01T10:00:00Z")
        self.assertEqual(payload, {
            "topic": "Test",
            "type": 2,
            "settings": {"waiting_room": False, "host_video": True},
        })
        assert payload["settings"]["waiting_room"] is False
