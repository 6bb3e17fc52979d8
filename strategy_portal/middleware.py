"""What all responses have in common.

Whoever is signed out is asked to sign in. Unreadable text is 400, an unknown method 405, a refusal
has its own status, a successful POST is 303.
"""

import re
from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.response import TemplateResponse

from strategy_portal import database
from strategy_portal.errors import DomainError
from strategy_portal.http import NOT_NOW, unavailable
from strategy_portal.unsent import give_back, sent_by

METHODS = ["GET", "HEAD", "POST"]
UNREADABLE = re.compile("[\x00\ud800-\udfff]")


def refuse_other_methods(get_response):
    """Answer 405 to methods that no page has; a page without a form refuses POST itself."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # Views branch on POST alone, so any other method would get what GET gets
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return get_response(request)

    return middleware


def is_unreadable(text: str) -> bool:
    """Whether PostgreSQL could not store this text: a NUL, or half of a surrogate pair."""
    return UNREADABLE.search(text) is not None


def refuse_unreadable_text(get_response):
    """Answer 400 if the address or a form holds text PostgreSQL could not store."""

    def middleware(request: HttpRequest) -> HttpResponse:
        texts = [request.path_info]
        for data in (request.GET, request.POST):
            for name, values in data.lists():
                texts += [name, *values]
        # Checked for all views at once: any of these in a query would otherwise end in a 500
        if any(map(is_unreadable, texts)):
            return render(request, "400.html", status=400)
        return get_response(request)

    return middleware


class SignedInMiddleware(LoginRequiredMiddleware):
    """Redirect to the sign-in page; but a form sent after the session expired is given back."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse]
    ) -> HttpResponse:
        if request.method == "POST" and sent_by(request):
            return give_back(request, "signed_out.html")
        return super().handle_no_permission(request, view_func)


class AnswersMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # A template's {% if %} takes any error for "no", and would show a page with a part missing
        if database.is_lost():
            return unavailable(request)
        # 303 makes every client follow with GET; 302 leaves it to the client
        if request.method == "POST" and response.status_code == 302:
            response.status_code = 303
        # Private data must not come back with the Back button of a shared computer
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Answer 422 for an account form with errors, too (django-allauth says 200)."""
        form = (response.context_data or {}).get("form")
        has_errors = bool(getattr(form, "errors", None))
        if request.method == "POST" and response.status_code == 200 and has_errors:
            response.status_code = 422
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal with its page and status, an absent database with 503."""
        # Views show a refusal in their form; this is for presses that have none
        if isinstance(exception, DomainError):
            return render(request, "refused.html", {"error": exception}, status=exception.status)
        if isinstance(exception, NOT_NOW):
            return unavailable(request)
        return None
