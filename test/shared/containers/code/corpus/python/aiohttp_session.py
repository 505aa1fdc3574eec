#> create create_meeting
import aiohttp


class ZoomService:
    base_url = "https://api.zoom.us/v2"

    async def create_meeting(self, topic: str, start_time: str) -> dict:
        meeting_data: dict[str, object] = {
            "topic": topic,
            "type": 2,
            "start_time": start_time,
            "settings": {
                "waiting_room": False,
                #>              ^^^^^ waiting-room-overwritten
                "meeting_authentication": True,
                #>                        ^^^^ authentication-overwritten
            },
        }
        async with aiohttp.ClientSession() as session:
            async with session.post(
                f"{self.base_url}/users/me/meetings",
                json=meeting_data,
                headers=await self._headers(),
            ) as response:
                return await response.json()
