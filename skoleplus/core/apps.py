from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "skoleplus.core"
    verbose_name = "Ground"
