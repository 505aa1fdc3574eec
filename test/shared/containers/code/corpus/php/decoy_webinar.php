//> none
<?php
Http::withToken($token)->post('https://api.zoom.us/v2/users/me/webinars', [
    'topic' => 'Webinar',
    'type' => 5,
    'settings' => ['panelists_video' => true, 'approval_type' => 0],
]);
Http::withToken($token)->patch('https://api.zoom.us/v2/users/me/settings', [
    'in_meeting' => ['waiting_room' => false],
]);
curl_setopt($ch, CURLOPT_URL, 'https://api.zoom.us/v2/meetings/82277118460/registrants');
curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['email' => 'a@example.com', 'first_name' => 'A']));
