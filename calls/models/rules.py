"""The rules of a call, their choices, and the triggers that freeze them."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from strategy_portal.guards import frozen, key_stays, refuse, stamped, stamped_once_set

# What is announced at publication and frozen from then on
RULES = [
    "number",
    "action",
    "title",
    "summary",
    "eligible_applicants",
    "what_is_needed",
    "opens_at",
    "closes_at",
    "amount",
    "max_per_project",
    "intensity",
    "planned_projects",
    "pass_mark",
    "evaluators",
    "tie_break",
    "rates",
    "overflow",
    "channel",
    "contact_name",
    "contact_phone",
    "contact_email",
    "published_at",
]

# IS DISTINCT FROM: without criteria the sum is NULL, which <> would let pass
REFUSE_OTHER_WEIGHTS = """
    IF (SELECT sum(weight) FROM calls_criterion WHERE call_id = NEW.id) IS DISTINCT FROM 100 THEN
        RAISE EXCEPTION 'the weights of the criteria must sum to 100'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'call_weights_sum_to_100';
    END IF;
    RETURN NEW;
"""


class Channel(models.TextChoices):
    PORTAL = "portal", _("in this portal")
    DMS = "dms", _("in the national system DMS")
    BOTH = "both", _("in this portal and in DMS")


class Overflow(models.TextChoices):
    STOP = "stop", _("funding stops at the first project that does not fit")
    SKIP = "skip", _("the project that does not fit is skipped and the next one tried")


class TieBreak(models.TextChoices):
    CRITERION_1 = "criterion-1", _("more points for the 1st criterion")
    CRITERION_2 = "criterion-2", _("more points for the 2nd criterion")
    CRITERION_3 = "criterion-3", _("more points for the 3rd criterion")
    CRITERION_4 = "criterion-4", _("more points for the 4th criterion")
    SMALLER = "smaller", _("the smaller requested sum")
    EARLIER = "earlier", _("the earlier submission")

    @classmethod
    def of_criteria(cls) -> list["TieBreak"]:
        """The rules that name a criterion, in the order of the criteria."""
        return [cls.CRITERION_1, cls.CRITERION_2, cls.CRITERION_3, cls.CRITERION_4]


def default_tie_break() -> list[str]:
    return [TieBreak.CRITERION_1, TieBreak.SMALLER, TieBreak.EARLIER]


class Phase(models.TextChoices):
    """Where a call stands in time. Computed by the database clock, never stored."""

    DRAFT = "draft", _("Being prepared")
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


def kept_once_published() -> list[pgtrigger.Trigger]:
    """Triggers: a call starts as a draft, is published with full weights, then never changes."""
    # In the database, because applicants rely on what was announced
    return [
        stamped("created_at"),
        frozen("origin_is_frozen", once="TRUE", fields=["created_by", "created_at"]),
        key_stays(),
        stamped_once_set("published_at"),
        frozen(
            "published_rules_are_frozen",
            once="OLD.published_at IS NOT NULL",
            fields=[*RULES, "published_by"],
        ),
        refuse(
            "published_stays",
            pgtrigger.Delete,
            "a published call stays",
            condition=pgtrigger.Q(old__published_at__isnull=False),
        ),
        refuse(
            "starts_unpublished",
            pgtrigger.Insert,
            "a call is published later",
            condition=pgtrigger.Q(new__published_at__isnull=False),
        ),
        pgtrigger.Trigger(
            name="published_with_full_weights",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(old__published_at__isnull=True, new__published_at__isnull=False),
            # A trigger, because a CHECK can't look at other tables
            func=REFUSE_OTHER_WEIGHTS,
        ),
    ]
