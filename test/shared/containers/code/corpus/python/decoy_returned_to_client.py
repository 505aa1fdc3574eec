#> none
from rest_framework.response import Response
from rest_framework.views import APIView


class ZoomRoom(APIView):
    def get(self, request, pk):
        room = self.get_object(pk)
        return Response({
            "topic": room.topic,
            "start_url": room.start_url,
            "join_url": room.join_url,
            "settings": {"waiting_room": False},
        })
