"""The reserve list of a call as the office sees it, and the press that starts the next one's proposal."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from applications.selection import impartiality, permissions
from applications.selection.forms.deciding import PromoteForm
from applications.selection.models import Decision
from applications.selection.operations import promoting
from applications.selection.waitlist import Line, line_of
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require


def waitlist(request: HttpRequest, number: str) -> HttpResponse:
    """Nothing of it for whoever something of the call is closed to: the order and the sums would tell."""
    user = request.user
    require(permissions.can_see_ranking(user))
    call = get_object_or_404(
        Call.objects.published().with_phase().select_related("action"), number=number
    )
    if any(application.is_closed for application in impartiality.of_call(call, user)):
        raise PermissionDenied(_("Something of this call is closed to you."))
    line = line_of(call)
    form = PromoteForm(
        request.POST if request.method == "POST" else None, initial={"sha256": line.sha256}
    )
    context = {"call": call, "line": line, "form": form, **obstacles(user, line)}
    if request.method == "POST":
        require(permissions.can_prepare_decision(user))
    if form.is_valid():
        try:
            made = promoting.promote(
                call, by=user, sha256=form.cleaned_data["sha256"], request_key=form.key
            )
        except DomainError as error:
            form.data = {**form.data.dict(), "sha256": line_of(call).sha256}
            return refused(request, "applications/selection/waitlist.html", context, form, error)
        messages.success(request, _("The proposal is prepared. Another person has to confirm it."))
        return redirect(made)
    return page(request, "applications/selection/waitlist.html", context, form)


def obstacles(user: User, line: Line) -> dict:
    """The decision that stands in the way, if any, and whether the person may promote the next."""
    standing = Decision.objects.standing().filter(call=line.call).first()
    return {
        "standing": standing,
        "may_promote": permissions.can_prepare_decision(user) and line.next and not standing,
    }
