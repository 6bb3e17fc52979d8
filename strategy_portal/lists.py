"""List pages: filters and the page number come from the address, nonsense is ignored."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django_filters import FilterSet

ON_A_PAGE = 50


def listed(request: HttpRequest, filters: type[FilterSet], rows: QuerySet) -> dict[str, Any]:
    """Context of a list page: the `rows` that pass, `page_obj`, `form`, `query`, `is_filtered`.

    A filter that can't be parsed is ignored, so that an old or mistyped address still shows the
    list. Filters that contradict each other are a form error, and no row passes. `query` is for
    pagination.html.
    """
    found = filters(request.GET, queryset=rows)
    if not found.is_valid():
        wrong = found.form.errors
        understood = {name: text for name, text in request.GET.items() if name not in wrong}
        found = filters(understood, queryset=rows)
    chosen = {name: found.data[name] for name in found.filters if found.data.get(name)}
    passed = found.qs if found.is_valid() else rows.none()
    query = urlencode(chosen)
    return {
        "rows": passed,
        "page_obj": Paginator(passed, ON_A_PAGE).get_page(request.GET.get("page")),
        "form": found.form,
        "query": query and f"{query}&",
        "is_filtered": bool(chosen),
    }
