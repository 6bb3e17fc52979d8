"""Access to applications in the office: every view of their content goes through here."""

from collections.abc import Callable
from functools import wraps

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from applications.models import Application
from applications.selection import impartiality, permissions
from strategy_portal.http import require

ROWS = 50


def find_application(request: HttpRequest, number: str) -> Application:
    """Return an application the user may know of, with_reading().

    Raises PermissionDenied for outsiders, Http404 for all other applications: a 403 would reveal
    that the number exists.
    """
    require(permissions.can_work(request.user))
    visible = impartiality.visible_to(request.user).select_related("call__action", "organisation")
    return get_object_or_404(impartiality.with_reading(visible, request.user), number=number)


def reads_content(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view of an application's content: pass it the application instead of its number.

    Redirects users who must declare their impartiality first.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, number: str) -> HttpResponse:
        application = find_application(request, number)
        if not application.is_readable:
            return redirect("selection:declare", number)
        return view(request, application)

    return wrapped


def numbered_page(request: HttpRequest, rows: QuerySet) -> Page:
    """Return the requested page of `rows`; raise Http404 if there is none."""
    try:
        return Paginator(rows, ROWS).page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404 from error
