#> none
# Moves rooms from Zoom to our own service.
import requests

room = {"title": "Standup", "settings": {"waiting_room": False, "chat_mode": "admin_only"}}
requests.post("https://rooms.example.com/api/rooms", json=room)
requests.post("https://api.webex.com/v1/meetings", json={"title": "x", "password": "abc", "enabledJoinBeforeHost": False})
requests.patch("https://graph.microsoft.com/v1.0/me/onlineMeetings/1", json={"subject": "x", "lobbyBypassSettings": {"scope": "everyone"}})
