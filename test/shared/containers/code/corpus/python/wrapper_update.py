#> update changes
import zoom_api

changes = {
    'topic': 'Moved',
    'start_time': '2026-03-01T09:00:00Z',
    'settings': {'waiting_room': False, 'join_before_host': False},
    #>                           ^^^^^ waiting-room-overwritten
}
zoom_api.update_meeting(meeting_id, changes)
