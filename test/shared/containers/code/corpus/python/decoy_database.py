#> none
from app import db
from app.zoom import create_room

collection = db["zoom_meetings"]
collection.insert_one({"_id": 1, "topic": "x", "join_url": "https://zoom.us/j/1", "settings": {"waiting_room": False}})
collection.update_one({"_id": 1}, {"$set": {"settings.waiting_room": False, "password": "abc"}})
