from django.urls import path

from associations.views import own, people, profile, public, registration

app_name = "associations"

urlpatterns = [
    path("for-foreninger/", public.for_associations, name="for_associations"),
    path("foreninger/", public.association_list, name="list"),
    path("foreninger/tilmeld/", registration.register, name="register"),
    path("foreninger/invitation/<str:token>/", people.accept, name="accept_invitation"),
    path("foreninger/<slug:slug>/", public.association_detail, name="detail"),
    path("min-forening/", own.mine, name="mine"),
    path("min-forening/<slug:slug>/", own.page, name="page"),
    path("min-forening/<slug:slug>/kontakt/", own.contact, name="contact"),
    path("min-forening/<slug:slug>/erklaering/", own.attestation, name="attestation"),
    path("min-forening/<slug:slug>/profil/", profile.profile, name="profile"),
    path("min-forening/<slug:slug>/profil/vis/", profile.profile_preview, name="profile_preview"),
    path(
        "min-forening/<slug:slug>/profil/send/",
        profile.profile_act,
        {"action": "submit"},
        name="profile_submit",
    ),
    path(
        "min-forening/<slug:slug>/profil/tilbage/",
        profile.profile_act,
        {"action": "withdraw"},
        name="profile_withdraw",
    ),
    path(
        "min-forening/<slug:slug>/profil/kasser/",
        profile.profile_act,
        {"action": "discard"},
        name="profile_discard",
    ),
    path("min-forening/<slug:slug>/personer/", people.people, name="people"),
    path("min-forening/<slug:slug>/invitationer/<int:pk>/fjern/", people.revoke, name="revoke_invitation"),
    path("min-forening/<slug:slug>/personer/<int:pk>/fjern/", people.remove, name="remove_member"),
]
