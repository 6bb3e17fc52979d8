"""Gunicorn's settings: `gunicorn -c deploy/gunicorn.py --bind … strategy_portal.wsgi`.

A worker recycles itself now and then; a request that takes longer than the timeout gets no answer.
"""

import os

worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 20
max_requests = 10_000
max_requests_jitter = 1_000
control_socket_disable = True

# The web never needs the tables' owner, even where one environment serves `manage.py migrate`, too
os.environ.pop("DATABASE_OWNER_URL", None)
