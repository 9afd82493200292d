"""The web process. Production unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("SKOLEPLUS_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skoleplus.settings")

application = get_wsgi_application()
