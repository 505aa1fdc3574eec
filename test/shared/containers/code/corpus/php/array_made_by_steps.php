//> create book
<?php
class Meetings
{
    public function book(array $input)
    {
        $body['topic'] = $input['topic'];
        $body['settings']['waiting_room'] = false;
        //>                                 ^^^^^ waiting-room-overwritten

        return Http::withToken($this->token)->post('https://api.zoom.us/v2/users/me/meetings', $body);
    }

    public function rebook(array $body)
    {
        $body['settings']['waiting_room'] = false;

        return Http::withToken($this->token)->post('https://api.zoom.us/v2/users/me/meetings', $body);
    }

    public function filled()
    {
        $this->fill($body);
        $body['settings']['waiting_room'] = false;

        return Http::withToken($this->token)->post('https://api.zoom.us/v2/users/me/meetings', $body);
    }
}
