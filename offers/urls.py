from django.urls import path

from offers.views import public

app_name = "offers"

urlpatterns = [
    path("tilbud/", public.offer_list, name="list"),
    path("tilbud/<slug:slug>/", public.offer_detail, name="detail"),
]
