#> update update_meeting
import json
import requests


def update_meeting(mid, date, start, topic, record):
    new_data = {'settings': {}, 'start_time': date + 'T' + start, 'topic': topic}
    new_data['settings']['waiting_room'] = False
    #>                                     ^^^^^ waiting-room-overwritten
    new_data['settings']['auto_recording'] = record
    headers = {"authorization": "Bearer {}".format(get_oauth_token())}
    uri = "/v2/meetings/{}".format(mid)
    response = requests.patch(get_url(uri), data=json.dumps(new_data), headers=headers)
    return response.status_code
