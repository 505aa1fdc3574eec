//> none
<?php
use Illuminate\Support\Facades\Http;

// Zoom's other endpoints, with fields of the same names.
Http::withToken($token)->withBody(json_encode(['topic' => 'x', 'type' => 5, 'settings' => ['host_video' => true]]))
    ->post('https://api.zoom.us/v2/users/me/webinars');
Http::withToken($token)->get('https://api.zoom.us/v2/users/me/meetings', ['type' => 'scheduled', 'page_size' => 30]);
Http::withToken($token)->withQueryParameters(['type' => 'live', 'topic' => 'x'])->get("https://api.zoom.us/v2/users/$id/meetings");
$client->request('DELETE', "https://api.zoom.us/v2/meetings/$id", ['query' => ['topic' => 'x', 'type' => 2]]);
Meeting::create(['topic' => 'x', 'type' => 2, 'duration' => 30, 'settings' => ['waiting_room' => true]]);
