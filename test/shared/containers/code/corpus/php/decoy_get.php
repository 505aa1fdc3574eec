//> none
<?php
$ch = curl_init();
curl_setopt($ch, CURLOPT_URL, 'https://api.zoom.us/v2/users/me/meetings?page_size=30');
curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'GET');
curl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer ' . $token]);
$list = json_decode(curl_exec($ch), true);
$rooms = array_map(fn ($each) => ['id' => $each['id'], 'topic' => $each['topic'], 'settings' => ['waiting_room' => false]], $list['meetings']);
