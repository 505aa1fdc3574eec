//> create book
<?php
class Meetings
{
    private array $defaults = ['settings' => ['waiting_room' => true]];

    public function book(string $topic, array $more = [])
    {
        $body = array_merge($more, [
            'topic' => $topic,
            'type' => 2,
            'settings' => ['waiting_room' => false],
            //>                              ^^^^^ waiting-room-overwritten
        ]);

        return $this->zoom->post('/users/me/meetings', $body);
    }
}
