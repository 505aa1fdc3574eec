//> none
<?php
// The Zoom meetings of the database.
function remember(User $user, Meeting $meeting): void
{
    ZoomMeeting::create(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]);
    ZoomMeeting::factory()->create(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]);
    $user->zoomMeetings()->create(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]);
    $meeting->update(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]);
    $meeting->fill(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]])->save();
    Cache::put('zoom', json_encode(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]));
}
