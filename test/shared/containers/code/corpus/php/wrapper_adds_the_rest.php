//> create store
//> update lock
<?php
class LessonController extends Controller
{
    public function store(Request $request)
    {
        $lesson = [
            'topic' => $request->title,
            'type' => 2,
            'duration' => 45,
            'password' => 'much too long for it',
//>                       ^^^^^^^^^^^^^^^^^^^^^^ passcode-too-long
        ];
        return $this->zoomService->createMeeting($lesson);
    }

    public function lock($id)
    {
        $this->zoomService->updateMeeting($id, ['settings' => ['waiting_room' => false]]);
//>                                                                              ^^^^^ waiting-room-overwritten
        LessonMeeting::create(['topic' => 'Stored here', 'type' => 2, 'duration' => 45]);
    }
}
