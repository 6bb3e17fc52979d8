"""django-allauth's views, where the portal asks for more than they do."""

from allauth.account import views
from django.db import transaction
from django.utils.decorators import method_decorator


# Not the whole view: it counts the attempts of an address in the same database, and one sign-up
# would wait for the other's transaction
@method_decorator(transaction.atomic, name="form_valid")
class SignupView(views.SignupView):
    """The account and the message that confirms its address are written together or not at all."""


signup = SignupView.as_view()
