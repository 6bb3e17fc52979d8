"""Not built yet."""

from django.http import Http404


def mine(request, **kwargs):
    raise Http404


def organisation_create(request, **kwargs):
    raise Http404


def organisation(request, **kwargs):
    raise Http404


def start(request, **kwargs):
    raise Http404


def detail(request, **kwargs):
    raise Http404


def answers(request, **kwargs):
    raise Http404


def check(request, **kwargs):
    raise Http404


def submit(request, **kwargs):
    raise Http404


def receipt(request, **kwargs):
    raise Http404


def withdraw(request, **kwargs):
    raise Http404
