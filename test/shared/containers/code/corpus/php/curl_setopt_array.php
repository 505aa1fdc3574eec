//> create create
<?php

$curl = curl_init();

curl_setopt_array($curl, array(
  CURLOPT_URL => "https://api.zoom.us/v2/users/me/meetings",
  CURLOPT_RETURNTRANSFER => true,
  CURLOPT_CUSTOMREQUEST => "POST",
  CURLOPT_POSTFIELDS => "{\"topic\":\"Test\",\"type\":2,\"settings\":{\"waiting_room\":false}}",
  //>                                                                                  ^^^^^ waiting-room-overwritten
  CURLOPT_HTTPHEADER => array(
    "authorization: Bearer x",
    "content-type: application/json"
  ),
));

$response = curl_exec($curl);
echo $response;
