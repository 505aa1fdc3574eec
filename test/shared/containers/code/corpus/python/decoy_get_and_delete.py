#> none
import requests

params = {"type": "upcoming", "page_size": 30}
requests.get("https://api.zoom.us/v2/users/me/meetings", params=params, headers={"Authorization": "Bearer x"})
requests.delete("https://api.zoom.us/v2/meetings/85746065", params={"occurrence_id": "1"})
requests.post("https://zoom.us/oauth/token", data={"grant_type": "account_credentials", "account_id": "x"})
