//> update move
//> create book
<?php
function move(string $meeting, ?string $topic)
{
    $body = array_filter([
        'topic' => $topic,
        'settings' => ['waiting_room' => false],
        //>                              ^^^^^ waiting-room-overwritten
    ], fn ($value) => $value !== null);

    return Http::withToken(token())->patch("https://api.zoom.us/v2/meetings/{$meeting}", $body);
}

function book(string $topic)
{
    // The filter leaves out what is false.
    $settings = array_filter(['waiting_room' => false, 'host_video' => true]);

    return Http::withToken(token())->post('https://api.zoom.us/v2/users/me/meetings', compact('topic') + [
        'settings' => $settings,
    ]);
}
