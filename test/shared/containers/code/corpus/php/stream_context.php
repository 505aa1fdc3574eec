//> create create
<?php
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => "Authorization: Bearer $token",
    'content' => json_encode(['topic' => 'y', 'type' => 1, 'settings' => ['waiting_room' => false]]),
    //>                                                                                     ^^^^^ waiting-room-overwritten
]]);
$answer = file_get_contents('https://api.zoom.us/v2/users/me/meetings', false, $context);
