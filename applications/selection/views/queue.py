"""The office's queue of applications."""

from django.http import HttpRequest, HttpResponse

from applications.selection import impartiality, permissions
from applications.selection.pages.queue import QueueForm, columns, undeclared_of, without
from applications.selection.pages.review import late_attempts
from applications.selection.views.gate import numbered_page
from strategy_portal.http import page, require

SHOWN = 50
# Not shown in the list, so not loaded for it
LONG_TEXTS = ["public_summary", "need", "aim", "change", "continuity"]


def queue(request: HttpRequest) -> HttpResponse:
    user = request.user
    require(permissions.can_work(user))
    # Filtered before search and sorting: neither may say anything about closed applications
    readable = impartiality.readable(user)
    form = QueueForm(request.GET, user=user, readable=readable)
    found, text, call = readable.none(), "", ""
    if form.is_valid():
        found = form.sort(form.filter(readable))
        text, call = form.cleaned_data["q"], form.cleaned_data["kvietimas"]
    rows = found.select_related("call__action", "organisation").defer(*LONG_TEXTS)
    undeclared = undeclared_of(user, text).select_related("organisation").defer(*LONG_TEXTS)
    undeclared = list(undeclared)
    filters = without(request.GET, "page").urlencode()
    context = {
        "form": form,
        "page_obj": numbered_page(request, rows),
        "columns": columns(form, request.GET),
        "query": f"{filters}&" if filters else "",
        "undeclared": undeclared[:SHOWN],
        "more": len(undeclared[SHOWN:]),
        "conflicted": impartiality.conflicted_for(user).order_by("number"),
    }
    if call and permissions.can_see_progress(user):
        context["late"] = late_attempts(call, user)
    return page(request, "applications/selection/queue.html", context, form)
