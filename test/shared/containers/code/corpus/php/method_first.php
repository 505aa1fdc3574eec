//> update update
<?php
$payload = [
    'topic' => $topic,
    'start_time' => $startTime,
    'settings' => [
        'waiting_room' => false,
        //>               ^^^^^ waiting-room-overwritten
        'approval_type' => 2,
    ],
];
if ($timezone !== '') {
    $payload['timezone'] = $timezone;
}
$result = zoomRequest('PATCH', 'https://api.zoom.us/v2/meetings/' . rawurlencode($meetingId), $accessToken, $payload);
