"""Whether the portal knows that a proxy stands in front of it: limits count by client address."""

import logging
from typing import Any

from django.conf import settings
from django.core import checks

logger = logging.getLogger(__name__)

NONE_TRUSTED = (
    "HTTPS=1 means that a proxy stands in front of the portal, but TRUSTED_PROXIES is 0: all people"
    " would have the proxy's address, and ten wrong passwords of one would stop all others."
)
HINT = (
    "Set TRUSTED_PROXIES to how many proxies add to X-Forwarded-For (one: 1), or HTTPS=0 on your"
    " own machine."
)


def are_unknown() -> bool:
    """Whether a proxy ends TLS, but none is trusted to name the client's address."""
    return settings.HTTPS and settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0


@checks.register(checks.Tags.security, deploy=True)
def check_proxies(**kwargs: Any) -> list[checks.Error]:
    return [checks.Error(NONE_TRUSTED, hint=HINT, id="portal.E003")] if are_unknown() else []


def warn() -> None:
    """Log the fault once, at the start: the web server runs no checks."""
    if are_unknown():
        logger.warning("%s %s", NONE_TRUSTED, HINT)
