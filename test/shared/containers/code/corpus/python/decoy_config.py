#> none
LOGGING = {"version": 1, "handlers": {"zoom": {"class": "logging.StreamHandler", "level": "INFO"}}}
ZOOM = {
    "default_settings": {"waiting_room": False},
    "timeout": 30,
    "type": "oauth",
}
