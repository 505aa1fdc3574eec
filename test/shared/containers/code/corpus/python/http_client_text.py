#> create create
import http.client

conn = http.client.HTTPSConnection("api.zoom.us")

payload = "{\"topic\":\"TeachMe\",\"type\":2,\"duration\":\"60\",\"settings\":{\"waiting_room\":false}}"
#>                                                                                              ^^^^^ waiting-room-overwritten

headers = {
    'content-type': "application/json",
    'authorization': "Bearer token"
}

conn.request("POST", "/v2/users/zUZRppYtTpGJk7jlHeTTiA/meetings", payload, headers)

res = conn.getresponse()
print(res.read().decode("utf-8"))
