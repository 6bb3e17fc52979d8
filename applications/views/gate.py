"""The way into the content of an application in the group's work: nobody reads it past this door."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from applications import impartiality, permissions
from applications.models import Application
from strategy_portal.http import require


def find(request: HttpRequest, number: str) -> Application:
    """What visible_to() shows the person, with whether they may read it; 404 for the rest, conflicts among them."""
    require(permissions.can_work(request.user))
    visible = Application.objects.visible_to(request.user).select_related("call__action", "organisation")
    return get_object_or_404(impartiality.with_reading(visible, request.user), number=number)


def reads_content(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the application its address names; whoever has to declare first is led there instead."""

    @wraps(view)
    def wrapped(request: HttpRequest, number: str) -> HttpResponse:
        application = find(request, number)
        if not application.is_readable:
            return redirect("applications:declare", number)
        return view(request, application)

    return wrapped
