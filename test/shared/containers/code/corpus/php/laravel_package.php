//> create createOnZoom
<?php
use MacsiDigital\Zoom\Facades\Zoom;

trait CreatesMeetings
{
    public function createOnZoom($request)
    {
        $user = Zoom::user()->first();
        $meeting = Zoom::meeting()->make([
            'topic' => $request->topic,
            'duration' => 30,
        ]);
        $meeting->settings()->make([
            'waiting_room' => false,
            //>               ^^^^^ waiting-room-overwritten
            'approval_type' => 1,
        ]);
        return $user->meetings()->save($meeting);
    }
}
