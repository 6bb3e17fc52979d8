"""The ways a view answers with a page."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from strategy_portal.errors import DomainError, KeyReused
from strategy_portal.requests.forms import KeyedForm

NOT_NOW = (OperationalError, InterfaceError)  # the database is away, busy or just coming back


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 without asking the database anything: whoever repeats the press in a moment loses nothing by it."""
    request.user = AnonymousUser()
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "5"
    return response


def require(allowed: bool) -> None:
    """Refuse with 403 unless `allowed` (see each room's permissions.py)."""
    if not allowed:
        raise PermissionDenied


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: what was sent, even nothing; None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def page(request: HttpRequest, template: str, context: dict, *forms) -> HttpResponse:
    """Render `template`; 422, and `faulty` for its title, when one of `forms` (or formsets) was sent and has errors."""
    faulty = any(form.is_bound and not form.is_valid() for form in forms)
    return render(request, template, {**context, "faulty": faulty}, status=422 if faulty else 200)


def refused(
    request: HttpRequest, template: str, context: dict, form: BaseForm, error: DomainError
) -> HttpResponse:
    """Render `template` once more: `form` says what a rule of the office refused, under the status of that rule.

    A form whose key was used for something else gets a new one, so that the next press counts.
    """
    if isinstance(error, KeyReused) and isinstance(form, KeyedForm):
        form.renew()
    form.add_error(None, getattr(error, "problems", None) or str(error))
    return render(request, template, context, status=error.status)
