"""The way into the group's work: nobody reaches the content of an application past this door."""

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
    """An application the person may know of, with_reading(); 404 for all others."""
    require(permissions.can_work(request.user))
    visible = impartiality.visible_to(request.user).select_related("call__action", "organisation")
    return get_object_or_404(impartiality.with_reading(visible, request.user), number=number)


def reads_content(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the application that its address names.

    Whoever has to declare first is led there instead.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, number: str) -> HttpResponse:
        application = find_application(request, number)
        if not application.is_readable:
            return redirect("selection:declare", number)
        return view(request, application)

    return wrapped


def numbered_page(request: HttpRequest, rows: QuerySet) -> Page:
    """The page of `rows` that the address asks for; 404 where there is none."""
    try:
        return Paginator(rows, ROWS).page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404 from error
