#> create book
import httpx


class Conference:
    api = "https://api.zoom.us/v2"

    def _body(self, event):
        body = {"topic": event.name, "type": 2}
        body["settings"] = {
            "waiting_room": False,
            #>              ^^^^^ waiting-room-overwritten
        }
        if event.agenda:
            body["agenda"] = event.agenda
        return body

    async def book(self, event):
        async with httpx.AsyncClient() as client:
            answer = await client.post(self.api + "/users/me/meetings", json=self._body(event))
        return answer.json()
