"""Not built yet."""

from django.http import Http404


def manage(request, **kwargs):
    raise Http404


def create(request, **kwargs):
    raise Http404


def edit(request, **kwargs):
    raise Http404


def criteria(request, **kwargs):
    raise Http404


def publish(request, **kwargs):
    raise Http404
