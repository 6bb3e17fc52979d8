"""Signing up, signing in with a link sent by e-mail; the list of role grants."""

from allauth.account import views
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator

from strategy_portal.accounts import links, permissions
from strategy_portal.accounts.forms import LinkForm
from strategy_portal.accounts.models import RoleGrant, User
from strategy_portal.http import page, posted, require
from strategy_portal.lists import ON_A_PAGE


# Not the whole view: it counts the attempts of an address in the same database, and one sign-up
# would wait for the other's transaction
@method_decorator(transaction.atomic, name="form_valid")
class SignupView(views.SignupView):
    """The account and the message that confirms its address are written together or not at all."""


signup = SignupView.as_view()


@login_not_required
def request_link(request: HttpRequest) -> HttpResponse:
    form = LinkForm(posted(request))
    context = {"form": form, "next": get_next_redirect_url(request) or ""}
    if not form.is_valid():
        return page(request, "account/link_request.html", context, form)
    if refusal := ratelimit.consume_or_429(request, action="sign_in_link"):
        return refusal
    send_link(request, form.cleaned_data["email"], context["next"])
    return redirect("account_link_sent")


def send_link(request: HttpRequest, email: str, address_after: str) -> None:
    """Send a sign-in link, or a letter that there is no such account: the page says neither."""
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        signup = request.build_absolute_uri(reverse("account_signup"))
        get_adapter().send_mail("account/email/unknown_account", email, {"signup_url": signup})
        return
    query = {"next": address_after} if address_after else None
    path = reverse("account_sign_in_by_link", args=[links.key_of(user)], query=query)
    url = request.build_absolute_uri(path)
    get_adapter().send_mail("account/email/sign_in_link", user.email, {"sign_in_url": url})


@login_not_required
def link_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "account/link_sent.html")


@login_not_required
def sign_in_by_link(request: HttpRequest, key: str) -> HttpResponse:
    """A page with a button: mail programs open links by themselves, and this one works once."""
    user = links.person_of(key)
    if user is None or request.method != "POST":
        return render(request, "account/link.html", {"person": user})
    address, _is_new = EmailAddress.objects.get_or_create(user=user, email=user.email)
    if not address.verified:
        # The link came to this address
        get_adapter().confirm_email(request, address)
        user.refresh_from_db()
    after = get_next_redirect_url(request)
    if not user.has_usable_password():
        after = reverse("account_set_password")
    return perform_login(request, user, redirect_url=after, email=user.email)


def grants(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_grants(request.user))
    rows = RoleGrant.objects.select_related("user", "granted_by").order_by("-granted_at", "-pk")
    page_obj = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/grants.html", {"page_obj": page_obj})
