"""What django-allauth asks of this portal: its mail goes into the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

from strategy_portal.mail import outbox

# Objects that allauth's own templates use and ours do not
NOT_VALUES = {"request", "user", "current_site"}


class AccountAdapter(DefaultAccountAdapter):
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the message in the language of the page, with the links it was given."""
        values = {name: value for name, value in context.items() if name not in NOT_VALUES}
        outbox.write(
            template_prefix, to=email, values={**values, "email": email}, user=context.get("user")
        )
