"""The web process over ASGI. Production unless the environment says otherwise."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("SKOLEPLUS_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skoleplus.settings")

application = get_asgi_application()
