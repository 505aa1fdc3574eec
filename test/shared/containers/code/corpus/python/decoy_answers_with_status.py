#> none
# What asks us for a Zoom meeting is given one.
import json


def lambda_handler(event, context):
    return {"statusCode": 200, "body": json.dumps({"topic": "x", "type": 2, "settings": {"waiting_room": True}})}


def show(request):
    return render_template("zoom.html", meeting={"topic": "x", "type": 2, "settings": {"waiting_room": True}})


def test_patch(monkeypatch, client):
    monkeypatch.setattr(zoom, "get", lambda *_: {"topic": "x", "type": 2, "settings": {"waiting_room": True}})
    client.post(reverse("zoom-meetings"), {"topic": "x", "type": 2, "settings": {"waiting_room": True}})
