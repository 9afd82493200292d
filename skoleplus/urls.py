"""Every room's urls, included by string."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns: list = [
    path("", include("skoleplus.core.urls")),
    path("", include("skoleplus.municipalities.urls")),
    path("", include("offers.urls")),
    path("", include("showcase.urls")),
    path("", include("schools.urls")),
    path("", include("collaborations.urls")),
    path("konto/", include("skoleplus.accounts.urls")),
    path("", include("associations.urls")),
    path("min-forening/<slug:slug>/tilbud/", include("offers.urls_edit")),
    path("billeder/", include("offers.urls_pictures")),
    path("", include("desk.urls")),
    path("konto/", include("allauth.urls")),
]

if settings.DEMO:
    # Everybody's logins and mails are shown there: the address does not exist anywhere else.
    urlpatterns.append(path("demo/", include("handover.demo.urls")))

# The operator's pages: behind the portal's own sign-in, which asks for the second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
urlpatterns.append(path("drift/", admin.site.urls))
