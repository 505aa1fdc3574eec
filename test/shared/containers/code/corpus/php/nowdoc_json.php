//> create create
<?php
function body(): string
{
    return <<<'JSON'
        {
            "topic": "Standup",
            "type": 2,
            "settings": { "waiting_room": false }
            //>                           ^^^^^ waiting-room-overwritten
        }
        JSON;
}

$curl->post('https://api.zoom.us/v2/users/me/meetings', body());
