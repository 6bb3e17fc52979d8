"""Browsers a person has signed in with before.

Other people's wrong passwords slow down an account's sign-in everywhere but there, so that nobody
can lock a person out. A browser is known by a cookie and forgotten when the password changes.
"""

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from strategy_portal.accounts.models import User

COOKIE = "device"
SECONDS = 180 * 24 * 60 * 60
MOST_PEOPLE = 5  # of one browser; a sixth displaces the first


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Make this browser a known one of `user`, in whose name it has just signed in."""
    marks = marks_of(request)
    marks.pop(str(user.pk), None)
    mark = get_random_string(22)
    marks[str(user.pk)] = f"{mark}.{seal(user, mark)}"
    response.set_signed_cookie(
        COOKIE,
        "/".join(f"{pk}.{text}" for pk, text in list(marks.items())[-MOST_PEOPLE:]),
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def known(request: HttpRequest, email: str) -> str:
    """What distinguishes this browser, if the account of `email` is known to it; else empty."""
    marks = marks_of(request)
    for user in User.objects.filter(pk__in=marks, email__iexact=email):
        mark, _dot, sealed = marks[str(user.pk)].partition(".")
        if constant_time_compare(sealed, seal(user, mark)):
            return mark
    return ""


def marks_of(request: HttpRequest) -> dict[str, str]:
    """What the cookie says, by the account's primary key, the latest last."""
    try:
        text = request.get_signed_cookie(COOKIE, default="", max_age=SECONDS)
    except BadSignature:
        return {}
    parts = (part.partition(".") for part in text.split("/") if part)
    return {pk: mark for pk, _dot, mark in parts}


def seal(user: User, mark: str) -> str:
    # With the hash that ends sessions too, when the password changes
    return salted_hmac(f"{__name__}.{mark}", user.get_session_auth_hash()).hexdigest()
