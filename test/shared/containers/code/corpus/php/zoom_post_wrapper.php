//> create postCreate
<?php

class ZoomController
{
    const MEETING_TYPE_SCHEDULE = 2;

    public function postCreate(Request $request)
    {
        $path = 'users/me/meetings';
        $response = json_decode($this->zoomPost($path, [
            'topic' => $request->topic,
            'type' => self::MEETING_TYPE_SCHEDULE,
            'duration' => 30,
            'settings' => [
                'host_video' => false,
                'waiting_room' => false,
                //>               ^^^^^ waiting-room-overwritten
            ]
        ])->body(), true);
        $zoom = Zoom::create([
            'id' => $response['id'],
            'topic' => $response['topic'],
            'join_url' => $response['join_url'],
        ]);
    }
}
