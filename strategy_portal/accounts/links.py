"""Sign-in links: sent by e-mail, for an hour, once.

Unlike a code, a link is bound to no session: requests by somebody else only bring its owner more
of them, so nobody can keep a person from getting one.
"""

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from strategy_portal.accounts.models import User

SALT = __name__
SECONDS = 60 * 60


def key_of(user: User) -> str:
    """The key of a link that signs `user` in."""
    return signing.dumps([user.pk, state_of(user)], salt=SALT)


def person_of(key: str) -> User | None:
    """Whom a link with this key signs in now; None if it is too old, used or not ours."""
    try:
        pk, state = signing.loads(key, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    if user is None or not constant_time_compare(state, state_of(user)):
        return None
    return user


def state_of(user: User) -> str:
    # Signing in changes the last sign-in: a link works once, and ends the earlier ones
    text = f"{user.email} {user.last_login} {user.get_session_auth_hash()}"
    return salted_hmac(SALT, text).hexdigest()
