//> create create
<?php
$json = <<<JSON
{
  "topic": "$topic",
  "type": 2,
  "settings": {
    "waiting_room": false,
    //>             ^^^^^ waiting-room-overwritten
    "host_video": true
  }
}
JSON;

$client->request('POST', 'https://api.zoom.us/v2/users/me/meetings', ['body' => $json]);
