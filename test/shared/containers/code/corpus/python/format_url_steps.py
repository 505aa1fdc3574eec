#> create create_meeting
import json
import logging

import requests

logger = logging.getLogger(__name__)


def create_meeting(date, start, end, topic, host, record, token):
    new_data = {}
    new_data['settings'] = {}
    new_data['start_time'] = date + 'T' + start
    new_data['duration'] = 60
    new_data['topic'] = topic
    new_data['settings']['waiting_room'] = False
    #>                                     ^^^^^ waiting-room-overwritten
    new_data['settings']['auto_recording'] = record
    headers = {
        "content-type": "application/json",
        "authorization": "Bearer {}".format(token)
    }
    url = "https://api.zoom.us/v2/users/{}/meetings".format(host)
    response = requests.post(url, data=json.dumps(new_data), headers=headers)
    if response.status_code != 201:
        logger.info('code: {}, fail to create.'.format(response.status_code))
    return response.json()
