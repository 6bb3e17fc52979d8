"""Not built yet."""

from django.http import Http404


def ranking(request, **kwargs):
    raise Http404


def decisions(request, **kwargs):
    raise Http404


def decision(request, **kwargs):
    raise Http404


def confirm(request, **kwargs):
    raise Http404


def retract(request, **kwargs):
    raise Http404
