//> create book
//> create bookAgain
<?php
class Meetings
{
    public function book(string $topic)
    {
        return $this->client->request(
            method: 'POST',
            uri: 'https://api.zoom.us/v2/users/me/meetings',
            options: ['json' => ['topic' => $topic, 'settings' => ['waiting_room' => false]]],
            //>                                                                      ^^^^^ waiting-room-overwritten
        );
    }

    public function bookAgain(string $topic)
    {
        return Http::baseUrl('https://api.zoom.us/v2')->asJson()->send('POST', 'users/me/meetings', [
            'json' => ['topic' => $topic, 'settings' => ['waiting_room' => false]],
            //>                                                            ^^^^^ waiting-room-overwritten
        ]);
    }
}
