"""Responses shared by all views: pages, forms with errors, refusals, 403 and 503."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from strategy_portal.errors import DomainError, KeyReused
from strategy_portal.requests.forms import KeyedForm

NOT_NOW = (OperationalError, InterfaceError)  # the database is away, busy or recovering


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 without a query; sending the form again is safe, its key makes it count once."""
    # The page's frame asks who is signed in, which would query the database
    request.user = AnonymousUser()
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "5"
    return response


def require(allowed: bool) -> None:
    """Raise PermissionDenied (403) unless `allowed`; see each room's permissions.py."""
    if not allowed:
        raise PermissionDenied


def posted(request: HttpRequest) -> QueryDict | None:
    """The form's data: on POST what was sent, even if nothing, otherwise None (unbound)."""
    return request.POST if request.method == "POST" else None


def page(request: HttpRequest, template: str, context: dict, *forms) -> HttpResponse:
    """Render `template`; 422, with `faulty` for its title, if a submitted form has errors.

    `forms` may include formsets.
    """
    faulty = any(form.is_bound and not form.is_valid() for form in forms)
    status = 422 if faulty else 200
    return render(request, template, {**context, "faulty": faulty}, status=status)


def refused(
    request: HttpRequest, template: str, context: dict, form: BaseForm, error: DomainError
) -> HttpResponse:
    """Render `template` again with the refusal on `form` and with the refusal's HTTP status.

    A form whose key was used with other content gets a new key, so that the next press counts.
    """
    if isinstance(error, KeyReused) and isinstance(form, KeyedForm):
        form.renew()
    problems = getattr(error, "problems", None)
    form.add_error(None, problems or str(error))
    return render(request, template, context, status=error.status)
