"""HTTP caching: shared caches may keep public pages for a minute, signed-in pages never."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

SECONDS = 60  # a decision or a new call may show this late


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make `view` public (GET and HEAD only) and cacheable for anonymous visitors.

    AnswersMiddleware marks responses to signed-in users `private, no-store`.
    """

    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        # The frame shows a signed-in person's name and menu: no shared cache may keep that
        if not request.user.is_authenticated:
            patch_cache_control(response, public=True, max_age=SECONDS)
        return response

    return answer
