#!/bin/sh
# Creates the meeting of the chess club. TOKEN is an access token of Zoom.
set -eu

topic=${1:-Chess club}

curl --fail --request POST https://api.zoom.us/v2/users/me/meetings \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "topic": "$topic",
  "type": 2,
  "settings": {
    "waiting_room": true
  }
}
JSON
