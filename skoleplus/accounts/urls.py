"""The person's own pages. They stand before allauth's, whose names they keep where they replace one."""

from django.urls import path

from skoleplus.accounts import views

urlpatterns = [
    path("", views.account_home, name="account_home"),
    path("videre/", views.home_for_user, name="home_for_user"),
    path("2fa/totp/activate/", views.activate_totp, name="mfa_activate_totp"),
]
