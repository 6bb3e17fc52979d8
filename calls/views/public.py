"""Not built yet."""

from django.http import Http404


def home(request, **kwargs):
    raise Http404


def calls(request, **kwargs):
    raise Http404


def call(request, **kwargs):
    raise Http404
