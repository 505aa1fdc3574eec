//> update moveLesson
//> create bookLesson
<?php
function moveLesson($requests, $streams, $id)
{
    return $requests->createRequest('PATCH', 'https://api.zoom.us/v2/meetings/' . $id)
        ->withHeader('Content-Type', 'application/json')
        ->withBody($streams->createStream(json_encode(['settings' => ['waiting_room' => false]])));
//>                                                                                     ^^^^^ waiting-room-overwritten
}

function bookLesson($topic)
{
    return \Drupal::httpClient()->post('https://api.zoom.us/v2/users/me/meetings', [
        'body' => Json::encode(['topic' => $topic, 'settings' => ['waiting_room' => false]]),
//>                                                                                 ^^^^^ waiting-room-overwritten
    ]);
}
