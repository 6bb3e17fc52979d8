"""The journal of the budget, as far as the reader's impartiality allows."""

from django.http import HttpRequest, HttpResponse

from applications import impartiality
from budget.views import staff


def journal(request: HttpRequest) -> HttpResponse:
    """A page of the higher room, because only it knows what is closed to whom."""
    return staff.journal(request, impartiality.concealed_numbers(request.user))
