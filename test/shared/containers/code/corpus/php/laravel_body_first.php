//> create openRoom
//> update closeRoom
<?php
use Illuminate\Support\Facades\Http;

class ZoomRooms
{
    public function openRoom($host, $title)
    {
        $body = ['topic' => $title, 'type' => 1, 'settings' => ['waiting_room' => false]];
//>                                                                               ^^^^^ waiting-room-overwritten
        return Http::withToken($this->token)->withBody(json_encode($body), 'application/json')
            ->post('https://api.zoom.us/v2/users/' . $host . '/meetings')
            ->json();
    }

    public function closeRoom($id)
    {
        $body = json_encode(['settings' => ['waiting_room' => false]]);
//>                                                           ^^^^^ waiting-room-overwritten
        return Http::withHeaders($this->headers())->withBody($body)->patch("https://api.zoom.us/v2/meetings/{$id}");
    }
}
