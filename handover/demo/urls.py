from django.urls import path

from handover.demo import views

urlpatterns = [
    path("", views.logins, name="demo"),
    path("mail/", views.mailbox, name="demo_mailbox"),
    path("mail/<slug:name>/", views.mail, name="demo_mail"),
    path("mail/<slug:name>/html/", views.mail_html, name="demo_mail_html"),
    path("mail/<slug:name>/<int:number>/", views.mail_attachment, name="demo_mail_attachment"),
]
