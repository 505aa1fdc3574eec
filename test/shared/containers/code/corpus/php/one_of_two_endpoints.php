//> unknown saveLesson
<?php
function saveLesson($client, $id, $topic)
{
    $url = $id ? "https://api.zoom.us/v2/meetings/$id" : 'https://api.zoom.us/v2/users/me/meetings';
    return $client->request($id ? 'PATCH' : 'POST', $url, ['json' => ['topic' => $topic, 'settings' => ['waiting_room' => false]]]);
//>                                                                                                                       ^^^^^ waiting-room-overwritten
}
