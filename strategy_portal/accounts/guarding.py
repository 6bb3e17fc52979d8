"""Triggers of accounts: grants are history; only the tables' owner makes administrators."""

import pgtrigger

from strategy_portal.guards import REFUSE, UNLESS_THE_OWNER, frozen, kept, stamped

# In the database, because a superuser of the administration works with the portal's own role
NO_ADMINISTRATOR = f"{UNLESS_THE_OWNER} RETURN NEW;"


def administrators_by_the_owner() -> list[pgtrigger.Trigger]:
    """Triggers that let only the tables' owner set `is_superuser` or `is_staff`.

    Anybody may take them away.
    """
    return [
        pgtrigger.Trigger(
            name="administrator_is_added_by_the_owner",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=pgtrigger.Condition("NEW.is_superuser OR NEW.is_staff"),
            func=NO_ADMINISTRATOR,
        ),
        pgtrigger.Trigger(
            name="administrator_is_made_by_the_owner",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                "NEW.is_superuser AND NOT OLD.is_superuser OR NEW.is_staff AND NOT OLD.is_staff"
            ),
            func=NO_ADMINISTRATOR,
        ),
    ]


def dated_grants() -> list[pgtrigger.Trigger]:
    """Triggers by which a grant starts today or later and only its end comes nearer.

    The end never lies in the past: who acted yesterday had the role yesterday.
    """
    return [
        pgtrigger.Trigger(
            name="grant_starts_today_or_later",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=f"""
                IF NEW.valid_from < public.portal_today() THEN
                    {REFUSE % "a grant starts today or later"}
                END IF;
                RETURN NEW;
            """,
        ),
        pgtrigger.Trigger(
            name="grant_ends_today_or_later",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.AnyChange("valid_until"),
            func=f"""
                -- Not in reverse: nothing compares with an empty date
                IF NEW.valid_until >= public.portal_today()
                    AND (OLD.valid_until IS NULL OR NEW.valid_until < OLD.valid_until)
                THEN
                    RETURN NEW;
                END IF;
                {REFUSE % "a grant ends today or later, and earlier than it was going to"}
            """,
        ),
        frozen(
            "grant_is_frozen",
            once="TRUE",
            fields=["user", "role", "valid_from", "document", "granted_at", "granted_by"],
        ),
        stamped("granted_at"),
        *kept(),
    ]
