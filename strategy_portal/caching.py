"""Public pages may be cached by anybody for a minute; what a signed-in person sees, by nobody."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

SECONDS = 60  # a decision or a new call may show this late


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open `view` to everybody and let caches keep it for strangers.

    The middleware forbids that for the signed-in.
    """

    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            patch_cache_control(response, public=True, max_age=SECONDS)
        return response

    return answer
