//> none
<?php
class ZoomTest extends TestCase
{
    public function test_create_meeting(): void
    {
        $this->zoom->method('create')->willReturn(['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]);
        Http::assertSent(fn ($sent) => $sent->data() == ['topic' => 'x', 'type' => 2, 'settings' => ['waiting_room' => false]]);
    }
}
