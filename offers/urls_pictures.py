"""Where pictures are shown from."""

from django.urls import path

from offers.views.pictures import picture

app_name = "pictures"

urlpatterns = [path("<uuid:pk>/<int:width>.<slug:name>", picture, name="show")]
