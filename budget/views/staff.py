"""Not built yet."""

from django.http import Http404


def journal(request, **kwargs):
    raise Http404
