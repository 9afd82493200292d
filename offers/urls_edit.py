"""The association's side of its offers, below its own page."""

from django.urls import path

from offers.views import edit, pictures, times

app_name = "offer_editor"

urlpatterns = [
    path("nyt/", edit.new, name="new"),
    path("nyt/<uuid:form_id>/", edit.new, name="new"),
    path("<int:pk>/", edit.overview, name="overview"),
    path("<int:pk>/se/", edit.preview, name="preview"),
    path("<int:pk>/send/", edit.act, {"action": "submit"}, name="submit"),
    path("<int:pk>/tilbage/", edit.act, {"action": "withdraw"}, name="withdraw"),
    path("<int:pk>/kasser/", edit.act, {"action": "discard"}, name="discard"),
    path("<int:pk>/tider/", times.times, name="times"),
    path("<int:pk>/tider/uge/<int:row>/", times.time, {"kind": "uge"}, name="window"),
    path("<int:pk>/tider/dato/<int:row>/", times.time, {"kind": "dato"}, name="date"),
    path("<int:pk>/tider/uge/<int:row>/slet/", times.remove_time, {"kind": "uge"}, name="remove_window"),
    path("<int:pk>/tider/dato/<int:row>/slet/", times.remove_time, {"kind": "dato"}, name="remove_date"),
    path("<int:pk>/billeder/", pictures.own, name="pictures"),
    path("<int:pk>/billeder/<uuid:picture>/", pictures.describe, name="picture"),
    path("<int:pk>/billeder/<uuid:picture>/raekke/", pictures.row, name="picture_row"),
    path(
        "<int:pk>/billeder/<uuid:picture>/frem/",
        pictures.move,
        {"way": "frem"},
        name="picture_earlier",
    ),
    path(
        "<int:pk>/billeder/<uuid:picture>/tilbage/",
        pictures.move,
        {"way": "tilbage"},
        name="picture_later",
    ),
    path("<int:pk>/billeder/<uuid:picture>/fjern/", pictures.remove, name="picture_remove"),
    path("<int:pk>/<slug:step>/", edit.part, name="part"),
]
