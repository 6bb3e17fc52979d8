"""Pages whose rows are added and removed on the server: each state has an address.

A page that answers POST itself can't be opened again: the Back button would show an error.
"""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from strategy_portal.accounts.models import User
from strategy_portal.requests.models import Typed

KEY = "ivesta"
MOST = 20  # of one person; the oldest go
LARGEST = 200_000  # characters; a page of rows has a tenth of it


def keep(request: HttpRequest, content: dict[str, Any]) -> HttpResponse | None:
    """Keep `content` and redirect to the address that shows it; None if it is too large."""
    if len(json.dumps(content)) > LARGEST:
        return None
    forget_the_oldest(request.user)
    made = Typed.objects.create(path=request.path, content=content, typed_by=request.user)
    query = request.GET.copy()
    query[KEY] = str(made.key)
    return redirect(f"{request.path}?{query.urlencode()}")


def forget_the_oldest(person: User) -> None:
    own = Typed.objects.filter(typed_by=person)
    newest = own.order_by("-typed_at").values("pk")[: MOST - 1]
    own.exclude(pk__in=newest).delete()


def kept(request: HttpRequest) -> dict[str, Any] | None:
    """Return the content that the address names; None if there is none."""
    try:
        key = UUID(request.GET.get(KEY, ""))
    except ValueError:
        return None
    # Of this page: what another one keeps has another shape
    own = Typed.objects.filter(typed_by=request.user, path=request.path)
    return own.filter(key=key).values_list("content", flat=True).first()


def forget(request: HttpRequest) -> None:
    """Forget what was typed into this page: it is saved now."""
    Typed.objects.filter(typed_by=request.user, path=request.path).delete()
