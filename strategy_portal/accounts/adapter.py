"""How django-allauth signs people in here: its limits, its letters, its confirmations."""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import get_pending_stage
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from allauth.account.utils import user_pk_to_url_str
from allauth.core import ratelimit
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from strategy_portal.accounts import devices
from strategy_portal.accounts.models import User
from strategy_portal.mail import outbox

# Objects that allauth's own templates use and ours do not
NOT_VALUES = {"request", "user", "current_site"}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _(
            "Too many wrong passwords. Wait five minutes, or sign in with a link sent by e-mail."
        ),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        try:
            return super().get_client_ip(request)
        except ImproperlyConfigured:
            # Fewer proxies than TRUSTED_PROXIES named themselves: the request came past one
            return request.META["REMOTE_ADDR"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        if request.user.is_office:
            return resolve_url(settings.OFFICE_LOGIN_REDIRECT_URL)
        return super().get_login_redirect_url(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raise ValidationError after too many wrong passwords.

        On a browser known to the account only those from there count: others can't lock it out.
        """
        device = devices.known(request, credentials.get("email", ""))
        if not device:
            super().pre_authenticate(request, **credentials)
        elif not ratelimit.consume(request, action="login_failed_on_a_known_device", key=device):
            raise self.validation_error("too_many_login_attempts")

    def post_login(
        self, request: HttpRequest, user: User, *args: Any, **options: Any
    ) -> HttpResponse:
        response = super().post_login(request, user, *args, **options)
        devices.remember(request, response, user)
        return response

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Confirm the address; forget a password that whoever confirms may not have chosen.

        Anybody can sign up with a stranger's address and wait for the stranger to confirm it. So a
        password outlasts the confirmation only in the browser in which it was typed.
        """
        with transaction.atomic():
            is_confirmed = super().confirm_email(request, email_address)
            if is_confirmed and not is_signing_in(request, email_address.user):
                email_address.user.set_unusable_password()
                email_address.user.save(update_fields=["password"])
        return is_confirmed

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        user = email_address.user
        if user.has_usable_password():
            return super().get_email_verification_redirect_url(email_address)
        # The mailbox is theirs, as for somebody who forgot the password
        token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
        return self.get_reset_password_from_key_url(f"{user_pk_to_url_str(user)}-{token}")

    def respond_email_verification_sent(
        self, request: HttpRequest, user: User | None
    ) -> HttpResponse:
        if user is None:
            # Hashing takes long: without it the answer for a known address would come sooner
            User().set_password(get_random_string(12))
        return super().respond_email_verification_sent(request, user)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a letter to the outbox, unless the same one went there within the last minutes.

        The page says it was sent all the same: it was, and its link works, whoever asked for it.
        """
        key = f"{template_prefix} {email.lower()}"
        if not ratelimit.consume(self.request, action="letter", key=key):
            return
        values = {name: value for name, value in context.items() if name not in NOT_VALUES}
        values["email"] = email
        outbox.write(template_prefix, to=email, values=values, user=context.get("user"))


def is_signing_in(request: HttpRequest, user: User) -> bool:
    """Whether this browser gave the password of `user`: signing up, in, or having signed in."""
    stage = get_pending_stage(request)
    is_pending = isinstance(stage, EmailVerificationStage) and stage.login.user == user
    return is_pending or request.user == user
