from django.conf import settings
from django.urls import path

from skoleplus.core import style_guide, views

urlpatterns = [
    path("", views.home, name="home"),
    path("om/", views.about, name="about"),
    path("privatliv/", views.privacy, name="privacy"),
    path("vis-tekst/", views.markdown_preview, name="markdown_preview"),
]

if settings.ENV == "development":
    urlpatterns += [
        path("stil/", style_guide.style_guide, name="style_guide"),
        path("stil/trin/", style_guide.step, name="style_guide_step"),
    ]
