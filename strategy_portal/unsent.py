"""A form that arrives after its session or token expired: the page that answers gives it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

CSRF = "csrfmiddlewaretoken"


def give_back(request: HttpRequest, template: str) -> HttpResponse:
    """Render `template` (403) with what the form sent: to send again, and its texts to copy."""
    context = {"sent": sent_by(request), "texts": texts_in(request)}
    response = render(request, template, context, status=403)
    # Whoever had to sign in again is not signed in, so AnswersMiddleware doesn't say it
    response.headers["Cache-Control"] = "private, no-store"
    return response


def is_ours(request: HttpRequest) -> bool:
    """Whether one of the portal's own pages sent the form."""
    # Another site's form must not get a button here that sends it with a valid token
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def sent_by(request: HttpRequest) -> list[tuple[str, str]]:
    """Return names and values of one of our forms; none of one with a password."""
    if not is_ours(request) or any("password" in name for name in request.POST):
        return []
    return [
        (name, value) for name, values in request.POST.lists() for value in values if name != CSRF
    ]


def texts_in(request: HttpRequest) -> list[str]:
    """Return what was written in more than one word: keys and numbers are nothing to copy."""
    return [value for _name, value in sent_by(request) if len(value.split()) > 1]
