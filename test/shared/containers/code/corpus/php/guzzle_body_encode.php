//> create create_meeting
//> update update_meeting
<?php

class MeetingZoom
{
    public function create_meeting($data)
    {
        $path = 'users/me/meetings';
        $url = $this->retrieveZoomUrl();
        $body = [
            'headers' => $this->headers,
            'body' => json_encode([
                'topic' => $data['topic'],
                'type' => 2,
                'settings' => [
                    'host_video' => ($data['host_video'] == "1") ? true : false,
                    'waiting_room' => false,
                    //>               ^^^^^ waiting-room-overwritten
                ],
            ]),
        ];
        $response = $this->client->post($url . $path, $body);
        return json_decode($response->getBody(), true);
    }

    public function update_meeting($id, $data)
    {
        $body = [
            'headers' => $this->headers,
            'body' => json_encode([
                'topic' => $data['topic'],
                'settings' => ['waiting_room' => false],
                //>                              ^^^^^ waiting-room-overwritten
            ]),
        ];
        return $this->client->patch('https://api.zoom.us/v2/meetings/' . $id, $body);
    }
}
