"""Not built yet."""

from django.http import Http404


def costs(request, **kwargs):
    raise Http404


def section(request, **kwargs):
    raise Http404
