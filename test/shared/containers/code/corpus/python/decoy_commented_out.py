#> none
# import requests
#
# payload = {"topic": "x", "type": 2, "settings": {"waiting_room": False}}
# requests.post("https://api.zoom.us/v2/users/me/meetings", json=payload)

'''
requests.post("https://api.zoom.us/v2/users/me/meetings", json={
    "topic": "Old",
    "type": 2,
    "settings": {"waiting_room": False},
})
'''


def create():
    """Creates a meeting:

    {"topic": "x", "type": 2, "settings": {"waiting_room": false}}
    """
    raise NotImplementedError("zoom")
