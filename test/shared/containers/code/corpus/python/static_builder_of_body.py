#> unknown body
# What goes to Zoom: the decorator is not a route.
class Body:
    @staticmethod
    def body():
        return {"topic": "Standup", "type": 2, "settings": {"waiting_room": False}}
#>                                                                          ^^^^^ waiting-room-overwritten
