"""Database triggers shared by several rooms: append-only, undeletable and frozen rows."""

import pgtrigger
from django.db.models import Model

ROWS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
# Rights that guards of these names take away altogether; written_by_entries_alone leaves UPDATE
# to another table's trigger, which runs with its owner's rights
REFUSED = {
    "INSERT": {"insert_by_the_owner_alone"},
    "UPDATE": {"no_update", "written_by_entries_alone", "update_by_the_owner_alone"},
    "DELETE": {"no_delete", "delete_by_the_owner_alone"},
}
# An integrity error, as from a constraint: Django raises IntegrityError
REFUSE = "RAISE EXCEPTION '%s' USING ERRCODE = 'restrict_violation';"


def refuse(
    name: str, operation: pgtrigger.Operation, sentence: str, **options
) -> pgtrigger.Trigger:
    """Trigger that rejects `operation` with the error text `sentence`."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=operation, func=REFUSE % sentence, **options
    )


def kept(key: str = "id") -> list[pgtrigger.Trigger]:
    """Triggers that reject DELETE, TRUNCATE and another value of the primary key (a column)."""
    return [key_stays(key), *never_deleted()]


def append_only() -> list[pgtrigger.Trigger]:
    """Triggers that reject UPDATE, DELETE and TRUNCATE."""
    return [never_updated(), *never_deleted()]


def key_stays(key: str = "id") -> pgtrigger.Trigger:
    """Trigger that rejects another value of the primary key (a column).

    Two rows that exchanged their keys would exchange all that refers to them: no foreign key, being
    checked at commit, objects.
    """
    return refuse(
        "key_stays",
        pgtrigger.Update,
        "these rows keep their keys",
        condition=pgtrigger.Condition(f"NEW.{key} IS DISTINCT FROM OLD.{key}"),
    )


def never_updated() -> pgtrigger.Trigger:
    return refuse("no_update", pgtrigger.Update, "these rows are only ever added")


def never_deleted() -> list[pgtrigger.Trigger]:
    """Triggers that reject DELETE and TRUNCATE."""
    return [
        refuse("no_delete", pgtrigger.Delete, "these rows are kept"),
        # TRUNCATE fires no row trigger
        refuse("no_truncate", pgtrigger.Truncate, "these rows are kept", level=pgtrigger.Statement),
    ]


# A superuser has every role, so a server's administrator passes too
UNLESS_THE_OWNER = """
    IF NOT pg_has_role(
        current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE'
    ) THEN
        RAISE EXCEPTION 'only the owner of the tables may do this'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
"""


def by_the_owner_alone() -> list[pgtrigger.Trigger]:
    """Triggers that reject whoever isn't the table's owner: nothing the portal does writes it."""
    operations = {
        "insert": pgtrigger.Insert,
        "update": pgtrigger.Update,
        "delete": pgtrigger.Delete,
    }
    return [
        pgtrigger.Trigger(
            name=f"{word}_by_the_owner_alone",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=operation,
            func=f"{UNLESS_THE_OWNER} RETURN NULL;",
        )
        for word, operation in operations.items()
    ]


def stamped(field: str) -> pgtrigger.Trigger:
    """Trigger that makes `field` the portal's time at INSERT, whatever was written."""
    return pgtrigger.Trigger(
        name=f"{field}_is_stamped",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"NEW.{field} := public.portal_now(); RETURN NEW;",
    )


def stamped_once_set(field: str) -> pgtrigger.Trigger:
    """Trigger that makes `field` the portal's time when an UPDATE first sets it."""
    return pgtrigger.Trigger(
        name=f"{field}_is_stamped",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(**{f"old__{field}__isnull": True, f"new__{field}__isnull": False}),
        func=f"NEW.{field} := public.portal_now(); RETURN NEW;",
    )


def frozen(name: str, *, once: str, fields: list[str] | None = None) -> pgtrigger.Trigger:
    """Trigger that rejects changes to `fields` (default: all) once SQL `once` holds for OLD."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*fields) if fields else None,
        func=f"IF {once} THEN {REFUSE % name.replace('_', ' ')} END IF; RETURN NEW;",
    )


def frozen_with(parent: str, *, key: str, once: str) -> list[pgtrigger.Trigger]:
    """Triggers that reject any change to rows whose parent satisfies the SQL `once`.

    The column `key` references the table `parent`. FOR SHARE waits for a transaction that is
    changing the parent, so that the answer is current. A row moved between parents is checked
    against both. The schema is named, so that no temporary table can shadow the parent's.
    """
    change = pgtrigger.Trigger(
        name="frozen_with_parent",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("is_frozen", "boolean")],
        func=f"""
            FOR is_frozen IN
                SELECT {once} FROM public.{parent}
                    WHERE TG_OP <> 'INSERT' AND id = OLD.{key}
                        OR TG_OP <> 'DELETE' AND id = NEW.{key}
                    FOR SHARE
            LOOP
                IF is_frozen THEN {REFUSE % f"frozen with its row of {parent}"} END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,  # noqa: S608 - tables and columns of our own
    )
    return [
        change,
        refuse("no_truncate", pgtrigger.Truncate, "these rows are kept", level=pgtrigger.Statement),
    ]


def rights_left(model: type[Model]) -> set[str]:
    """Rights on the rows of `model` that its guards do not take away altogether.

    The application's database role is granted just these.
    """
    guards = {trigger.name for trigger in getattr(model._meta, "triggers", [])}
    refused = {right for right, names in REFUSED.items() if guards & names}
    return set(ROWS - refused)
