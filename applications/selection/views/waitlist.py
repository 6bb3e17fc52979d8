"""The waitlist of a call as the office sees it, and the press that proposes the next one."""

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
    form = PromoteForm(posted(request))
    context = {"call": call, "form": form, **context_of(user, waiting.waitlist_of(call))}
    if form.is_bound:
        require(permissions.can_prepare_decision(user))
    if form.is_valid():
        try:
            made = promoting.promote(call, form.press(user))
        except DomainError as error:
            return refused(request, TEMPLATE, context, form, error)
        messages.success(request, _("The proposal is prepared. Another person has to confirm it."))
        return redirect(made)
    return page(request, TEMPLATE, context, form)


def refuse_if_closed(user: User, call: Call) -> None:
    """403 for whoever something of the call is closed to: the order and the sums would tell."""
    if any(application.is_closed for application in impartiality.of_call(call, user)):
        raise PermissionDenied(_("You can't see part of this call."))


def context_of(user: User, waitlist: waiting.Waitlist) -> dict:
    """The list, a decision that stands in the way, and whether the person may promote the next."""
    standing = Decision.objects.standing().filter(call=waitlist.call).first()
    may_prepare = permissions.can_prepare_decision(user)
    return {
        "waitlist": waitlist,
        "standing": standing,
        "may_promote": may_prepare and waitlist.next and not standing,
    }
