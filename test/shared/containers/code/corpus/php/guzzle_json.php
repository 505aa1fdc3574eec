//> create create
//> update update
<?php
use GuzzleHttp\Client;

$client = new Client(['base_uri' => 'https://api.zoom.us']);

$response = $client->request('POST', '/v2/users/me/meetings', [
    'headers' => ['Authorization' => "Bearer $token"],
    'json' => [
        'topic' => 'Office hours',
        'type' => 2,
        'settings' => ['waiting_room' => false],
        //>                              ^^^^^ waiting-room-overwritten
    ],
]);

$client->patch("/v2/meetings/{$id}", ['json' => ['settings' => ['waiting_room' => false]]]);
//>                                                                               ^^^^^ waiting-room-overwritten
