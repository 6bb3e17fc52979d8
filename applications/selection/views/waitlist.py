"""The office's page of a call's waitlist, and the button that proposes the next application."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from applications.selection import impartiality, permissions
from applications.selection import waitlist as waiting
from applications.selection.forms.deciding import PromoteForm
from applications.selection.models import Decision
from applications.selection.operations import promoting
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require

TEMPLATE = "applications/selection/waitlist.html"


def waitlist(request: HttpRequest, number: str) -> HttpResponse:
    user = request.user
    require(permissions.can_see_ranking(user))
    calls = Call.objects.published().with_phase().select_related("action")
    call = get_object_or_404(calls, number=number)
    refuse_if_closed(user, call)
    sees_all = impartiality.shows_proposed_to(user)
    listed = waiting.waitlist_of(call, proposed=sees_all)
    form = PromoteForm(listed, posted(request))
    context = {"call": call, "form": form, **context_of(user, listed)}
    # Reading needs less than promoting: managers and auditors see the list
    if form.is_bound:
        require(permissions.can_prepare_decision(user))
    if form.is_valid():
        try:
            made = promoting.promote(call, form.press(user, sees_all=sees_all), **form.choice)
        except DomainError as error:
            return refused(request, TEMPLATE, context, form, error)
        messages.success(request, _("The proposal is prepared. Another person has to confirm it."))
        return redirect(made)
    return page(request, TEMPLATE, context, form)


def refuse_if_closed(user: User, call: Call) -> None:
    """Raise PermissionDenied if any application of the call is closed to the user."""
    # The order and the sums of the others would reveal how a closed one scored
    if impartiality.of_call(call, user).filter(is_barring=True).exists():
        raise PermissionDenied(_("You can't see part of this call."))


def context_of(user: User, waitlist: waiting.Waitlist) -> dict:
    """Return the waitlist, a decision awaiting confirmation, and whether the user may promote."""
    # One decision at a time: two would promise the same money twice
    standing = Decision.objects.standing().filter(call=waitlist.call).first()
    may_prepare = permissions.can_prepare_decision(user)
    return {
        "waitlist": waitlist,
        "standing": standing,
        "may_promote": may_prepare and waitlist.next and not standing,
    }
