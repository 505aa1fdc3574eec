//> none
<?php
// What the page about Zoom meetings shows, and what asks our own server.
echo json_encode(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => true]]);
wp_send_json_success(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => true]]);

class ZoomTest extends TestCase
{
    public function testStore()
    {
        $this->postJson(route('zoom.store'), ['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => true]]);
        return $this->respondCreated(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => true]]);
    }

    public function show()
    {
        return view('zoom', ['meeting' => ['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => true]]]);
    }
}
