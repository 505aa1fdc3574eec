//> create scheduleLesson
//> update moveLesson
<?php
use GuzzleHttp\Psr7\Request;

function scheduleLesson($client, $lesson)
{
    $request = new Request('POST', 'https://api.zoom.us/v2/users/me/meetings');
    return $client->send($request, [
        'json' => ['topic' => $lesson->title, 'type' => 2, 'settings' => ['waiting_room' => false]],
//>                                                                                         ^^^^^ waiting-room-overwritten
    ]);
}

function moveLesson($client, $id, $start)
{
    $body = json_encode(['start_time' => $start, 'settings' => ['waiting_room' => false]]);
//>                                                                               ^^^^^ waiting-room-overwritten
    return $client->send(new Request('PATCH', "https://api.zoom.us/v2/meetings/{$id}", headers(), $body));
}
