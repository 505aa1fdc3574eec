//> create bookLesson
//> update moveLesson
<?php
use GuzzleHttp\RequestOptions;

enum Endpoint: string
{
    case Create = 'https://api.zoom.us/v2/users/me/meetings';
    case Users = 'https://api.zoom.us/v2/users';
}

final class Lessons
{
    public const API = 'https://api.zoom.us/v2';
    public const SETTINGS = ['waiting_room' => false];
//>                                            ^^^^^ waiting-room-overwritten
}

function bookLesson(string $topic)
{
    return Http::post(Endpoint::Create->value, ['topic' => $topic, 'settings' => Lessons::SETTINGS]);
}

function moveLesson($client, $id)
{
    return $client->patch(Lessons::API . "/meetings/{$id}", [
        RequestOptions::HEADERS => ['Accept' => 'application/json'],
        RequestOptions::JSON => ['settings' => ['waiting_room' => false]],
//>                                                               ^^^^^ waiting-room-overwritten
    ]);
}
