"""Not built yet."""

from django.http import Http404


def desk(request, **kwargs):
    raise Http404


def queue(request, **kwargs):
    raise Http404


def review(request, **kwargs):
    raise Http404


def check_sheet(request, **kwargs):
    raise Http404


def assign(request, **kwargs):
    raise Http404
