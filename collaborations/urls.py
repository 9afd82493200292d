from django.urls import path

from collaborations import views

app_name = "collaborations"
urlpatterns = [
    path("tilbud/<slug:slug>/forespoergsel/", views.ask, name="ask"),
    path("samarbejder/", views.school_list, name="list"),
    path("samarbejder/forening/", views.association_list, name="association_list"),
    path("samarbejder/<int:pk>/", views.detail, name="detail"),
    path("svar/forening/<str:token>/", views.association_answers, name="answer_association"),
    path("svar/skole/<str:token>/", views.school_decides, name="answer_school"),
]
