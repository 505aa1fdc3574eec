#> create create
#> update update
import requests

URL = "https://api.zoom.us/v2"
requests.post(URL + "/users/me/meetings", data=b'{"topic": "A", "type": 2, "settings": {"waiting_room": false}}')
#>                                                                                                      ^^^^^ waiting-room-overwritten
requests.patch(URL + "/meetings/85746065", data=r'''{"agenda": "tab\tbed", "settings": {"waiting_room": false}}''')
#>                                                                                                      ^^^^^ waiting-room-overwritten
