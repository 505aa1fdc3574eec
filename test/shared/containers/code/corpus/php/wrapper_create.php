//> create create
//> update changes
<?php
use App\Facades\LaravelZoom;

$data = [
    'topic' => 'Title',
    'type' => 2,
    'settings' => [
        'waiting_room' => true,
        'host_video' => true,
    ],
];
$meeting = LaravelZoom::createMeeting('userid@example.com', $data);

$changes = ['topic' => 'Other', 'agenda' => 'New', 'settings' => ['waiting_room' => false]];
//>                                                                                 ^^^^^ waiting-room-overwritten
LaravelZoom::updateMeeting($meeting->id, $changes);
