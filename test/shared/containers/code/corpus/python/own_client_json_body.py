#> create open_room
#> update rename
class ZoomRooms:
    async def open_room(self, room):
        return await self._request(
            "POST",
            "/users/me/meetings",
            json_body={"topic": room.title, "type": 1, "settings": {"waiting_room": False}},
#>                                                                                  ^^^^^ waiting-room-overwritten
        )

    async def rename(self, room):
        changes = {"topic": room.title, "settings": {"waiting_room": room.is_guarded}}
        return await self._request("PATCH", f"/meetings/{room.id}", request_body=changes)

    async def rooms(self):
        return await self._request("GET", "/users/me/meetings", query_params={"type": "live", "topic": "x"})
