//> none
<?php
// A Zoom meeting, as our pages want it.
class ZoomMeetingResource extends JsonResource
{
    public function toArray($request)
    {
        return ['topic' => $this->topic, 'type' => 2, 'settings' => ['waiting_room' => false]];
    }
}
