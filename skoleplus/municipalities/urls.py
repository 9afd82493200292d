from django.urls import path

from skoleplus.municipalities import views

urlpatterns = [
    path("tema/<str:code>-<str:digest>.css", views.theme, name="theme"),
    path("was", views.accessibility_statement, name="accessibility_statement"),
]
