//> create create_zoom_meeting
<?php
function create_zoom_meeting($token, $topic)
{
    $request_url = 'https://api.zoom.us/v2/users/me/meetings';
    $headers = array(
        "authorization: Bearer " . $token,
        'content-type: application/json'
    );
    $data = array();
    $data['topic'] = $topic;
    $data['type'] = 2;
    $data['settings'] = array(
        'waiting_room' => false,
        //>               ^^^^^ waiting-room-overwritten
        'mute_upon_entry' => true,
    );
    $postFields = json_encode($data);
    $ch = curl_init();
    curl_setopt($ch, CURLOPT_HTTPHEADER, $headers);
    curl_setopt($ch, CURLOPT_RETURNTRANSFER, 1);
    curl_setopt($ch, CURLOPT_URL, $request_url);
    curl_setopt($ch, CURLOPT_POST, 1);
    curl_setopt($ch, CURLOPT_POSTFIELDS, $postFields);
    $response = curl_exec($ch);
    curl_close($ch);
    return json_decode($response);
}
