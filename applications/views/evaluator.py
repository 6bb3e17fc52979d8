"""Not built yet."""

from django.http import Http404


def declare(request, **kwargs):
    raise Http404


def recuse(request, **kwargs):
    raise Http404


def score(request, **kwargs):
    raise Http404
