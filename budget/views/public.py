"""Not built yet."""

from django.http import Http404


def strategy(request, **kwargs):
    raise Http404


def projects(request, **kwargs):
    raise Http404


def project(request, **kwargs):
    raise Http404
