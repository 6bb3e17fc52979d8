"""Gunicorn's settings: `gunicorn -c deploy/gunicorn.py --bind … strategy_portal.wsgi`."""

import os

worker_class = "deploy.buffering.BufferingWorker"
workers = 2
threads = 4
# Seconds without a sign of life after which a worker is killed
timeout = 60
graceful_timeout = 20
# Workers restart now and then, at different times, so that no leak grows for long
max_requests = 10_000
max_requests_jitter = 1_000
control_socket_disable = True

# The web never needs the tables' owner, even if it shares its environment with `migrate`
os.environ.pop("DATABASE_OWNER_URL", None)
