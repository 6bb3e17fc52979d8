"""What every list does with its address: filters that ignore nonsense, and a page at a time."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django_filters import FilterSet

ON_A_PAGE = 50


def listed(request: HttpRequest, filters: type[FilterSet], rows: QuerySet) -> dict[str, Any]:
    """The context of a list: the `rows` that pass, `page_obj`, `form`, `query` for pagination.html, `is_filtered`.

    A filter that can't be understood is as good as none: an old or mistyped address still shows the list.
    """
    found = filters(request.GET, queryset=rows)
    if not found.is_valid():
        found = filters(queryset=rows)
    chosen = {name: request.GET[name] for name in found.filters if found.is_bound and request.GET.get(name)}
    return {
        "rows": found.qs,
        "page_obj": Paginator(found.qs, ON_A_PAGE).get_page(request.GET.get("page")),
        "form": found.form,
        "query": f"{urlencode(chosen)}&" if chosen else "",
        "is_filtered": bool(chosen),
    }
