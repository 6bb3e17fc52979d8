"""Entry point for a WSGI server such as gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from strategy_portal import proxies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "strategy_portal.settings")
application = get_wsgi_application()
proxies.warn()
