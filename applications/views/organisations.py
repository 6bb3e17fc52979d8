"""Pages of an organisation: adding it, managing its members."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from applications import permissions
from applications.forms.organisation import MemberForm, OrganisationForm, RemovalForm
from applications.models import Membership, Organisation
from applications.operations import drafting, membership
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require


def create(request: HttpRequest) -> HttpResponse:
    form = OrganisationForm(posted(request))
    context = {"form": form, "next": next_of(request)}
    if not form.is_valid():
        return page(request, "applications/organisation_create.html", context, form)
    try:
        organisation = drafting.found(form.instance, by=request.user)
    except DomainError as error:
        return refused(request, "applications/organisation_create.html", context, form, error)
    messages.success(request, _("The organisation is added. You manage its account."))
    own_page = reverse("applications:organisation", args=[organisation.pk])
    return redirect(context["next"] or own_page)


def next_of(request: HttpRequest) -> str:
    """Return the address to go on to; empty unless it is on this site."""
    # Unchecked, the page would be an open redirect
    address = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else ""


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.of_member(request.user), pk=pk)
    if request.method == "POST":
        require(permissions.can_manage(request.user, organisation))
        return change_members(request, organisation)
    context = frame(request, organisation)
    if "salinti" in request.GET:
        require(permissions.can_manage(request.user, organisation))
        context["leaving"] = leaving(request, organisation)
    return page(request, "applications/organisation.html", context)


def leaving(request: HttpRequest, organisation: Organisation) -> Membership:
    """Return the member whose removal the page asks to confirm; raise Http404 for others."""
    # The form admits only members of this organisation
    form = RemovalForm(organisation, {"member": request.GET["salinti"]})
    if not form.is_valid():
        raise Http404
    return form.cleaned_data["member"]


def change_members(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    context = frame(request, organisation)
    if "member" in request.POST:
        form = RemovalForm(organisation, request.POST)
    else:
        form = context["member_form"] = MemberForm(request.POST)
    context["form"] = form
    if not form.is_valid():
        return page(request, "applications/organisation.html", context, form)
    try:
        done = change(organisation, form)
    except DomainError as error:
        return refused(request, "applications/organisation.html", context, form, error)
    messages.success(request, done)
    if organisation.memberships.current().filter(user=request.user).exists():
        return redirect("applications:organisation", organisation.pk)
    # They removed themselves and can no longer open this page
    return redirect("applications:mine")


def change(organisation: Organisation, form: RemovalForm | MemberForm) -> str:
    """Add or remove a member; return the success message."""
    if isinstance(form, RemovalForm):
        membership.remove(form.cleaned_data["member"])
        return _("The person no longer sees the organisation's applications.")
    membership.add(organisation, **form.cleaned_data)
    return _("The person can now see or fill in the organisation's applications.")


def frame(request: HttpRequest, organisation: Organisation) -> dict:
    members = organisation.memberships.current().select_related("user").order_by("since", "pk")
    return {
        "organisation": organisation,
        "memberships": members,
        "can_manage": permissions.can_manage(request.user, organisation),
        "member_form": MemberForm(),
    }
