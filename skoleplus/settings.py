"""Django settings. Everything that differs between machines comes from the environment."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from celery.schedules import crontab
from csp.constants import NONE, SELF

from skoleplus.catalogues import compile_stale
from skoleplus.environment import Env, broker, database, flag, listed, read_env, require

BASE_DIR = Path(__file__).resolve().parent.parent
ENV = read_env()
DEMO = ENV is Env.DEMO
DEBUG = ENV is Env.DEVELOPMENT and flag("DEBUG", default=True)

if ENV is not Env.PRODUCTION and not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    # Imported only here: production never has the packages the embedded servers come from.
    from skoleplus.embedded import ensure_running

    ensure_running(BASE_DIR)

SECRET_KEY = require("SECRET_KEY", ENV, default="insecure-for-development-only")
ALLOWED_HOSTS = listed(require("ALLOWED_HOSTS", ENV, default="localhost,127.0.0.1,[::1],testserver"))
SITE_URL = require("SITE_URL", ENV, default="http://localhost:8000").rstrip("/")
DATABASE_URL = require("DATABASE_URL", ENV)
REDIS_URL = require("REDIS_URL", ENV, default="redis://127.0.0.1:6379/0")
EMAIL_URL = urlsplit(require("EMAIL_URL", ENV, default="smtp://127.0.0.1:1025"))

# --- Rooms ---------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "desk",
    "showcase",
    "handover",
    "collaborations",
    "offers",
    "schools",
    "associations",
    "skoleplus.screening",
    "skoleplus.curriculum",
    "skoleplus.municipalities",
    "skoleplus.accounts",
    "skoleplus.notifications",
    "skoleplus.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "django_htmx",
    "django_linear_migrations",
    "template_partials",
    "lucide",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

FIRST_PARTY_APPS = INSTALLED_APPS[: INSTALLED_APPS.index("allauth")]

MIDDLEWARE = [
    "skoleplus.core.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages shrink to a fifth; the middleware blurs their length against guessing (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "showcase.middleware.ApiMiddleware",
    "csp.middleware.CSPMiddleware",
    # Outside those that set cookies, so that it sees them.
    "skoleplus.core.middleware.PersonalMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "skoleplus.core.middleware.BadInputMiddleware",
    "skoleplus.core.middleware.RefusalMiddleware",
    "skoleplus.municipalities.middleware.MunicipalityMiddleware",
    "skoleplus.accounts.middleware.RequireMfaMiddleware",
]

ROOT_URLCONF = "skoleplus.urls"
WSGI_APPLICATION = "skoleplus.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "skoleplus.municipalities.context.municipality",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_TEMPLATE_PACK = "skoleplus"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["skoleplus"]
CRISPY_FAIL_SILENTLY = not DEBUG

# --- Database, cache, jobs -----------------------------------------------------------------------

DATABASES = {"default": database(DATABASE_URL)}
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"]["OPTIONS"],
    "pool": {"min_size": 0, "max_size": 20, "timeout": 10},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "skoleplus.core.cache.SoftRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

CELERY_BROKER_URL = broker(REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TIMEZONE = "Europe/Copenhagen"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A person's action never waits for Redis: give up after a second, the sweep catches up.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 1, "socket_timeout": 5}
CELERY_BEAT_SCHEDULE = {
    "sweep-outbox": {"task": "notifications.sweep", "schedule": 30.0, "options": {"expires": 30}},
    "tidy": {"task": "core.tidy", "schedule": crontab(hour=3, minute=40)},
    "sweep-pictures": {"task": "offers.sweep_pictures", "schedule": 60.0},
}

# --- What happens above when something happens below (core/after.py) ------------------------------

AFTER: dict[str, list[str]] = {
    "association_changed": ["offers.services.reindex_association"],
    "mail_given_up": [],
}

# --- What higher rooms add to the pages of lower ones (core/panels.py) ------------------------------

PANELS: dict[str, list[str]] = {
    "home": ["offers.catalogue.newest.newest"],
    "association": ["offers.panels.association", "collaborations.panels.association"],
    "association_public": ["offers.panels.association_public"],
    "school": ["collaborations.panels.school"],
    "welcome": ["schools.panels.welcome"],
}

# Lines of the header's menu, after the public ones (core/navigation.py).
NAVIGATION = [
    "associations.menu.items",
    "schools.menu.items",
    "desk.menu.items",
    "collaborations.menu.items",
]

# --- People --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home_for_user"
ACCOUNT_ADAPTER = "skoleplus.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "skoleplus.accounts.forms.SignupExtra"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
# A code is typed on a phone: digits. A mail may take its time: a quarter of an hour.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True}
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Skoleplus"
MFA_TOTP_TOLERANCE = 1

# --- Mail ----------------------------------------------------------------------------------------

# Every mail takes the outbox; the worker hands it to the server named here.
EMAIL_BACKEND = "skoleplus.notifications.backend.OutboxBackend"
EMAIL_HOST = EMAIL_URL.hostname or "127.0.0.1"
EMAIL_PORT = EMAIL_URL.port or 25
EMAIL_HOST_USER = unquote(EMAIL_URL.username or "")
EMAIL_HOST_PASSWORD = unquote(EMAIL_URL.password or "")
EMAIL_USE_TLS = "tls" in parse_qs(EMAIL_URL.query)
EMAIL_USE_SSL = EMAIL_URL.scheme == "smtps"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get(
    "DEFAULT_FROM_EMAIL", f"Skoleplus <skoleplus@{urlsplit(SITE_URL).hostname}>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Language and time ---------------------------------------------------------------------------

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk")]
# One catalogue per room.
if ENV is not Env.PRODUCTION:
    compile_stale(BASE_DIR)
LOCALE_PATHS = sorted(path for path in (BASE_DIR / "locale").glob("*") if path.is_dir())
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

# --- Files ---------------------------------------------------------------------------------------

DATA_DIR = Path(os.environ.get("SKOLEPLUS_DATA_DIR") or BASE_DIR / ".skoleplus")
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "skoleplus.core.typeface.TypefaceFinder",
]
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT") or DATA_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if ENV is Env.DEVELOPMENT
        else "skoleplus.core.stylesheets.StaticStorage"
    },
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# --- Security ------------------------------------------------------------------------------------

HTTPS = SITE_URL.startswith("https://")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "manifest-src": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = HTTPS and ENV is Env.PRODUCTION
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE_SSL_REDIRECT else 0
BEHIND_PROXY = flag("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "skoleplus.logs.JsonFormatter"},
        "words": {"format": "{levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if ENV is Env.PRODUCTION else "words",
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
}
# The worker logs as the web process does.
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
