from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "skoleplus.accounts"

    def ready(self) -> None:
        from skoleplus.accounts import takeover  # noqa: F401
