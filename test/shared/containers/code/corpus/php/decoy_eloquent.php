//> none
<?php

class ZoomMeeting extends Model
{
    protected $fillable = ['topic', 'password', 'settings'];
    protected $casts = ['settings' => 'array'];
    protected $attributes = ['waiting_room' => false];
}

$row = ZoomMeeting::create([
    'meeting_id' => $response['id'],
    'topic' => $response['topic'],
    'join_url' => $response['join_url'],
    'settings' => ['waiting_room' => $response['settings']['waiting_room'] ?? false],
]);
