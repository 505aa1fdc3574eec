//> none
<?php

use Illuminate\Support\Facades\Http;

class ZoomTest extends TestCase
{
    public function test_create(): void
    {
        Http::fake([
            'zoom.us/oauth/token*' => Http::response(['access_token' => 'x']),
            'api.zoom.us/v2/users/me/meetings' => Http::response([
                'id' => 5,
                'join_url' => 'https://zoom.us/j/5',
                'settings' => ['waiting_room' => false],
            ], 201),
        ]);

        $meeting = (new ZoomService())->create('Draft');

        $this->assertSame('5', $meeting->id);
        Http::assertSent(fn ($request) => $request['settings']['waiting_room'] === false);
    }
}
