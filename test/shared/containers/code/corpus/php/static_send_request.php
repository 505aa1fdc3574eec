//> create createAMeeting
<?php

class Zoom
{
    public static function createAMeeting($class)
    {
        $meeting = [];
        $meeting['topic'] = "Session " . $class->type;
        $meeting['type'] = 2;
        //$meeting['start_time'] = $class->datetime->format('Y-m-d\TH:i:s\Z');
        $meeting['start_time'] = $class->class_time;
        $meeting['settings'] = [];
        $meeting['settings']['waiting_room'] = false;
        //>                                    ^^^^^ waiting-room-overwritten
        return self::sendRequest('users/' . $class->teacher->email . '/meetings', $meeting, "POST");
    }
}
