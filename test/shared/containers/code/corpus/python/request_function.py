#> create call
#> update move
import requests

BASE_URL = 'https://api.zoom.us/v2'


def call(token):
    requests.request('POST', BASE_URL + '/users/me/meetings', headers=auth(token), json={
        'topic': 'Demo',
        'type': 2,
        'settings': {'waiting_room': False},
        #>                           ^^^^^ waiting-room-overwritten
    })


def move(meeting_id, token):
    requests.request(
        method='PATCH',
        url=f'{BASE_URL}/meetings/{meeting_id}',
        headers=auth(token),
        json={
            'start_time': '2026-01-02T10:00:00Z',
            'settings': {'waiting_room': False},
            #>                           ^^^^^ waiting-room-overwritten
        },
    )
