//> none
<?php

return [
    'api_key' => env('ZOOM_API_KEY'),
    'base_url' => 'https://api.zoom.us/v2/',
    'token_life' => 60 * 60 * 24 * 7,
    'join_before_host' => true,
    'enforce_login' => false,
    'waiting_room' => false,
];
