//> create create
<?php

class ZoomMeetings
{
    protected $baseUrl = 'https://api.zoom.us/v2/';

    public function create(array $data)
    {
        try {
            $meetingData = [
                'topic' => $data['topic'],
                'type' => 2,
                'timezone' => $data['timezone'] ?? 'Asia/Ho_Chi_Minh',
                'password' => 'lesson1',
                //>           ^^^^^^^^^ passcode-overwritten
                'settings' => [
                    'waiting_room' => false,    // no waiting room
                    //>               ^^^^^ waiting-room-overwritten
                    'alternative_hosts' => "",
                    'meeting_authentication' => false,
                ]
            ];

            $response = Http::withToken($this->accessToken)
                ->post($this->baseUrl . 'users/me/meetings', $meetingData);

            return $response->json();
        } catch (\Exception $e) {
            throw new \Exception('Error creating Zoom meeting: ' . $e->getMessage());
        }
    }
}
