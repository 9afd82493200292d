from django.urls import path

from schools import views
from schools.views import public

app_name = "schools"
urlpatterns = [
    path("skoler/", public.school_list, name="list"),
    path("skoler/<slug:slug>/", public.school_detail, name="detail"),
    path("min-skole/", views.mine, name="mine"),
    path("min-skole/tilslut/", views.join, name="join"),
    path("min-skole/invitation/<str:token>/", views.accept_invitation, name="invitation"),
    path("min-skole/<slug:slug>/", views.page, name="page"),
    path("min-skole/<slug:slug>/tilslut/", views.join_school, name="join_school"),
    path("min-skole/<slug:slug>/klasser/", views.add_class, name="add_class"),
    path("min-skole/<slug:slug>/klasser/<int:pk>/", views.change_class, name="class"),
    path("min-skole/<slug:slug>/medarbejdere/", views.staff, name="staff"),
    path("min-skole/<slug:slug>/medarbejdere/inviter/", views.invite, name="invite"),
    path("min-skole/<slug:slug>/medarbejdere/<int:pk>/fjern/", views.remove, name="remove_staff"),
    path("min-skole/<slug:slug>/invitationer/<int:pk>/fortryd/", views.revoke, name="revoke"),
    path("min-skole/<slug:slug>/opsaetning/", views.settings, name="settings"),
    path("min-skole/<slug:slug>/opsaetning/domaener/", views.add_domain, name="add_domain"),
    path(
        "min-skole/<slug:slug>/opsaetning/domaener/<int:pk>/fjern/", views.remove_domain, name="remove_domain"
    ),
    path("min-skole/<slug:slug>/opsaetning/intranet/", views.add_origin, name="add_origin"),
    path(
        "min-skole/<slug:slug>/opsaetning/intranet/<int:pk>/fjern/", views.remove_origin, name="remove_origin"
    ),
]
