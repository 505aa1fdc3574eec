//> none
<?php
class Lessons
{
    public function store(Request $req)
    {
        // $meeting = Zoom::meeting()->make([
        //     'topic' => 'x',
        //     'settings' => ['waiting_room' => false],
        // ]);
        /*
        Http::post('https://api.zoom.us/v2/users/me/meetings', [
            'topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false],
        ]);
        */
        # Http::post('https://api.zoom.us/v2/users/me/meetings', ['settings' => ['waiting_room' => false]]);
        return Lesson::all();
    }
}
