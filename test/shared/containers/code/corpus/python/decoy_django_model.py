#> none
from django import forms
from django.db import models
from rest_framework import serializers


class ZoomMeeting(models.Model):
    topic = models.CharField(max_length=200)
    password = models.CharField(max_length=10, default="abc123")
    waiting_room = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)

    class Meta:
        ordering = ["start_time"]


class ZoomMeetingForm(forms.ModelForm):
    class Meta:
        model = ZoomMeeting
        fields = ["topic", "password", "waiting_room"]
        widgets = {"topic": forms.TextInput(attrs={"class": "form-control"})}


class ZoomMeetingSerializer(serializers.ModelSerializer):
    class Meta:
        model = ZoomMeeting
        fields = {"topic": True, "settings": True}
