#> none
# What the form for Zoom meetings calls its fields.
FORM = {
    "topic": "Topic",
    "type": "Type",
    "agenda": "Agenda",
    "settings": {"waiting_room": "Waiting Room", "join_before_host": "Join before host"},
}
