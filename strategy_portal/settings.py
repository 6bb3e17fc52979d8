"""All settings. The environment is read only here; README's Deploy table lists it."""

from pathlib import Path

import bootstrap
import environ
import fontpkg_figtree
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

env = environ.Env()

# Paths
BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / ".var")))

# Debug and secrets: without DEBUG a missing secret stops the start
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-debugging" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY, or DEBUG=1 on your own machine.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

# Apps: ours last, the lowest room first (see the import contract in pyproject.toml)
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "strategy_portal.clock",
    "strategy_portal.accounts",
    "strategy_portal.pages",
    "strategy_portal.requests",
    "strategy_portal.mail",
    "budget",
    "budget.projects",
    "calls",
    "applications",
    "applications.selection",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "strategy_portal.middleware.refuse_other_methods",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # After the language, as its page is translated; before any view queries with that text
    "strategy_portal.middleware.refuse_unreadable_text",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "strategy_portal.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # After the user, whom it asks whether the response is private
    "strategy_portal.middleware.AnswersMiddleware",
]

# URLs and templates
ROOT_URLCONF = "strategy_portal.urls"
WSGI_APPLICATION = "strategy_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "strategy_portal.templatetags",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "strategy_portal.pages.context.frame",
            ],
        },
    }
]

# Database: manage.py starts an embedded PostgreSQL and sets both addresses when there is none.
# The portal works as a role that owns nothing; the owner's connection to the same database is
# for migrations (see database_roles.py)
DATABASES = {
    "default": {
        **env.db_url("DATABASE_URL", default="postgresql:///portal"),
        # Operations own their transactions; durable=True would fail inside one per request
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 60,
        # A connection lost with a restarted server is replaced before a request meets it
        "CONN_HEALTH_CHECKS": True,
    }
}
if env("DATABASE_OWNER_URL", default=""):
    DATABASES["owner"] = env.db_url("DATABASE_OWNER_URL")
# A request that waits longer for a lock is answered 503 and can be sent again
for database in DATABASES.values():
    database.setdefault("OPTIONS", {}).setdefault("options", "-c lock_timeout=5s")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# In the database, so that all web processes share allauth's rate limits without a Redis. Nothing
# else belongs in this cache, and it is too large for anybody to push a limit out by making others
CACHES = {
    "default": {
        "BACKEND": "strategy_portal.database_cache.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {"NAME": "strategy_portal.accounts.passwords.MonotonyValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "applications:mine"
OFFICE_LOGIN_REDIRECT_URL = "selection:desk"  # for whoever has a role in the group
LOGOUT_REDIRECT_URL = "calls:home"
ACCOUNT_ADAPTER = "strategy_portal.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "strategy_portal.accounts.forms.SignupForm"
# People do not see this field; only robots fill it in
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 1
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
# As long as the link: the browser that signed up must be known when it confirms (adapter.py)
ACCOUNT_LOGIN_TIMEOUT = 24 * 60 * 60
# Else somebody else's wrong passwords could keep out whoever has just chosen a new one
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_RATE_LIMITS = {
    # Only wrong passwords count, and on a known browser only those from there (adapter.py)
    "login": None,
    "login_failed": "10/m/ip,5/5m/key",
    "login_failed_on_a_known_device": "10/5m/key",
    # By address, letters are limited one by one
    "reset_password": "20/m/ip",
    "sign_in_link": "20/m/ip",
    "letter": "1/2m/key",
}
# Rate limits count by the client's address, which behind proxies only they know
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True  # twelve hours since the last page, not since signing in

# Time and language: the address says the language, never the browser
LANGUAGE_CODE = "lt"
LANGUAGES = [("lt", _("Lithuanian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "strategy_portal" / "locale"]
FORMAT_MODULE_PATH = ["strategy_portal.formats"]
TIME_ZONE = "Europe/Vilnius"
USE_I18N = True
USE_TZ = True

# Static files: ours, and third parties' straight from their packages
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", Path(bootstrap.__path__[0]) / "css"),
    ("figtree", Path(fontpkg_figtree.__path__[0]) / "files"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]

# Mail: only the worker (`manage.py send_mail`) uses EMAIL_URL; whatever else sends mail, in
# whichever way, writes it into the outbox
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
MAIL_TRANSPORT = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_BACKEND = "strategy_portal.mail.backend.EmailBackend"
EMAIL_TIMEOUT = 100  # seconds for each answer of the server; see also mail/transport.py
DEFAULT_FROM_EMAIL = env(
    "DEFAULT_FROM_EMAIL", default="Druskininkų harmonija <portalas@example.org>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
HELP = {
    "phone": env("HELP_PHONE", default="+370 000 00000"),
    "email": env("HELP_EMAIL", default="pagalba@example.org"),
}

# Security: HTTPS=0 only on a local machine
HTTPS = env.bool("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
# Probes ask over plain HTTP and follow no redirect
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
# TLS ends at the proxy: it must set this header itself, or clients could forge it
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "strategy_portal.pages.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # Bootstrap's CSS draws its arrows and check marks from data: addresses
        "img-src": [SELF, "data:"],
        "script-src": [SELF],
        "style-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb")
}

# Forms
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
FORMS_URLFIELD_ASSUME_HTTPS = True

# Log: to standard error; keeping it is up to the process manager
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
