"""One press, one effect: what was already asked under a key is not done again, and never done differently."""

import hashlib
import json
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from strategy_portal.accounts.models import User
from strategy_portal.errors import KeyReused
from strategy_portal.guards import append_only


class Request(models.Model):
    """A form that was carried out: its key, what it said, whose it was."""

    key = models.UUIDField(primary_key=True)
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index("made_at", name="request_made")]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.key)


def is_repeated(key: UUID, content: Any, *, by: User) -> bool:
    """Record the request in the caller's transaction; whether the same one was carried out before.

    `content` is everything that decides what the request does. Whoever sends the key at the same time waits for us.
    Raises KeyReused if the key came with other content or from somebody else.
    """
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO requests_request (key, digest, made_by_id) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [str(key), digest, by.pk],
        )
        if cursor.rowcount:
            return False
    earlier = Request.objects.get(key=key)
    if (earlier.digest, earlier.made_by_id) != (digest, by.pk):
        raise KeyReused(_("This form has been used already. Open the page anew."))
    return True
