"""The Celery application. Rooms keep their tasks in `tasks.py`; settings keep the timetable."""

import os

from celery import Celery

os.environ.setdefault("SKOLEPLUS_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skoleplus.settings")

app = Celery("skoleplus")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
