//> create create
<?php
$meeting = new \stdClass();
$meeting->topic = 'Parents evening';
$meeting->type = 2;
$meeting->settings = new \stdClass();
$meeting->settings->waiting_room = false;
//>                                ^^^^^ waiting-room-overwritten
$response = $http->post('https://api.zoom.us/v2/users/me/meetings', ['body' => json_encode($meeting)]);
