"""The office's desk, its queue, and the steps before scoring: reading, checking, assigning evaluators."""

from django.contrib import messages
from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from applications import history, impartiality, permissions, waiting
from applications.filters import COLUMNS, QueueForm
from applications.forms.assessment import CheckForm, EvaluatorsForm
from applications.models import Application, CheckSheet, Status
from applications.operations import assessing, checking
from applications.views.gate import reads_content
from budget.models import Action
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require

ROWS = 50


def desk(request: HttpRequest) -> HttpResponse:
    user = request.user
    require(permissions.can_work(user))
    context = {
        "tasks": waiting.tasks(user),
        "to_score": waiting.first_to_score(user)[:5] if user.is_evaluator else [],
        "calls": waiting.calls_at_work(user),
        "actions": Action.objects.with_balance().order_by("strategy", "code"),
        "can_see_ranking": permissions.can_see_ranking(user),
    }
    return render(request, "applications/desk.html", context)


def queue(request: HttpRequest) -> HttpResponse:
    user = request.user
    require(permissions.can_work(user))
    readable = impartiality.readable(user)
    form = QueueForm(request.GET, user=user, readable=readable)
    found = form.sort(form.filter(readable)) if form.is_valid() else readable.none()
    rows = found.select_related("call__action", "organisation").defer(*LONG_TEXTS)
    context = {
        "form": form,
        "page_obj": numbered_page(rows, request.GET.get("page", "1")),
        "columns": columns(form, request),
        "query": query_without(request, "page"),
        "undeclared": Application.objects.visible_to(user).exclude(pk__in=readable.values("pk")),
        "conflicted": Application.objects.conflicted_for(user).order_by("number"),
    }
    return page(request, "applications/queue.html", context, form)


def numbered_page(rows: QuerySet, number: str):
    try:
        return Paginator(rows, ROWS).page(number)
    except InvalidPage as error:
        raise Http404 from error


def query_without(request: HttpRequest, *names: str) -> str:
    """The address's query without `names`, ready for one more parameter."""
    query = request.GET.copy()
    for name in names:
        query.pop(name, None)
    return f"{query.urlencode()}&" if query else ""


def columns(form: QueueForm, request: HttpRequest) -> list[dict]:
    """The head of the queue: what each link sorts by, and which column sorts now."""
    order, rest = form.order if form.is_valid() else "", query_without(request, "page", "rikiuoti")
    return [
        {
            "label": column.label,
            "is_numeric": column.is_numeric,
            "sorts": {column.slug: "ascending", f"-{column.slug}": "descending"}.get(order),
            "url": f"?{rest}rikiuoti={'-' if order == column.slug else ''}{column.slug}",
        }
        for column in COLUMNS
    ]
