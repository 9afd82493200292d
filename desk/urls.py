from django.urls import path

from desk import views

app_name = "desk"

urlpatterns = [
    path("konsulent/", views.desk, name="desk"),
    path("konsulent/<slug:kind>/<int:pk>/", views.review, name="review"),
    path("konsulent/<slug:kind>/<int:pk>/vis/", views.preview, name="preview"),
]
