#> unknown job
# Sent to Zoom by the worker.
job = {
    "topic": "Sales call",
    "type": 2,
    "settings": {"waiting_room": False, "host_video": True},
    #>                           ^^^^^ waiting-room-overwritten
}
queue.put("zoom", job)
