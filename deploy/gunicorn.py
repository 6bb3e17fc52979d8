"""How gunicorn serves the portal: `gunicorn -c deploy/gunicorn.py strategy_portal.wsgi`, with --bind as the host needs.

A worker recycles itself now and then; whoever waits longer than the timeout gets no answer from it.
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

# The web never needs the owner of the tables, even where the same environment serves `manage.py migrate`.
os.environ.pop("DATABASE_OWNER_URL", None)
