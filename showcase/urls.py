from django.urls import path

from showcase.api import api
from showcase.views.intranet import intranet
from showcase.views.robots import robots, sitemap

urlpatterns = [
    path("api/v1/", api.urls),
    path("intranet/<slug:slug>/", intranet, name="intranet"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]
