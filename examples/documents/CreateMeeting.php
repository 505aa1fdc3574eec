<?php

use GuzzleHttp\Client;

/** Creates a meeting that nobody has to sign in for. */
function createMeeting(Client $client, string $topic, string $token): array
{
    $response = $client->post('https://api.zoom.us/v2/users/me/meetings', [
        'headers' => ['Authorization' => "Bearer $token"],
        'json' => [
            'topic' => $topic,
            'type' => 2,
            'settings' => [
                'waiting_room' => true,
                'join_before_host' => true,
            ],
        ],
    ]);

    return json_decode((string) $response->getBody(), true);
}
