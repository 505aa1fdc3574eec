//> none
<?php
// What Zoom tells us when a meeting was updated.
$event = json_decode(file_get_contents('php://input'), true);
$expected = [
    'event' => 'meeting.updated',
    'payload' => ['object' => ['id' => 85746065, 'topic' => 'x', 'settings' => ['waiting_room' => false]]],
];
if ($event['event'] === $expected['event']) {
    Cache::put('zoom-room', ['topic' => $event['payload']['object']['topic'], 'waiting_room' => false]);
}
