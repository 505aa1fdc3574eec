//> none
<?php
// The form for Zoom meetings.
$validator = Validator::make($request->all(), [
    'topic' => 'required|string',
    'start_time' => 'required|date',
    'settings.waiting_room' => 'boolean',
    'settings' => ['waiting_room' => 'boolean'],
    'password' => 'nullable|string|max:10',
]);
