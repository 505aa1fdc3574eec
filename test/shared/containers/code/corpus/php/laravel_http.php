//> create createMeeting
<?php

namespace App\Services;

use Illuminate\Support\Facades\Http;

class ZoomService
{
    public function createMeeting($topic, $startTime, $duration, $token)
    {
        $response = Http::withToken($token)->post('https://api.zoom.us/v2/users/me/meetings', [
            'topic' => $topic,
            'type' => 2, // Scheduled meeting
            'start_time' => $startTime,
            'duration' => $duration, // minutes
            'settings' => [
                'host_video' => true,
                'waiting_room' => false,
                //>               ^^^^^ waiting-room-overwritten
            ],
        ]);

        if ($response->failed()) {
            throw new \Exception('Zoom: ' . $response->body());
        }

        return $response->json();
    }
}
