//> update update
<?php
$meetingId = 85746065;
$data = json_encode([
    'topic' => 'Moved',
    'settings' => ['waiting_room' => false],
    //>                              ^^^^^ waiting-room-overwritten
]);
$ch = curl_init('https://api.zoom.us/v2/meetings/' . $meetingId);
curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'PATCH');
curl_setopt($ch, CURLOPT_POSTFIELDS, $data);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
$result = curl_exec($ch);
