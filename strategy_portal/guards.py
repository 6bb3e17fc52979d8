"""Database triggers that several rooms use: rows only added, never removed, frozen."""

import pgtrigger
from django.db.models import Model

ROWS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
# What guards of these names refuse altogether: the second leaves UPDATE to another table's trigger
REFUSED = {"UPDATE": {"no_update", "written_by_entries_alone"}, "DELETE": {"no_delete"}}
REFUSE = "RAISE EXCEPTION '%s' USING ERRCODE = 'restrict_violation';"


def refuse(
    name: str, operation: pgtrigger.Operation, sentence: str, **options
) -> pgtrigger.Trigger:
    """Refuse `operation`, saying `sentence`."""
    return pgtrigger.Trigger(
        name=name, when=pgtrigger.Before, operation=operation, func=REFUSE % sentence, **options
    )


def kept() -> list[pgtrigger.Trigger]:
    """Refuse DELETE and TRUNCATE."""
    return [
        refuse("no_delete", pgtrigger.Delete, "these rows are kept"),
        refuse("no_truncate", pgtrigger.Truncate, "these rows are kept", level=pgtrigger.Statement),
    ]


def append_only() -> list[pgtrigger.Trigger]:
    """Refuse UPDATE, DELETE and TRUNCATE."""
    return [refuse("no_update", pgtrigger.Update, "these rows are only ever added"), *kept()]


def frozen(name: str, *, once: str, fields: list[str] | None = None) -> pgtrigger.Trigger:
    """Refuse a change of `fields` (default: any) once the SQL `once` holds for the OLD row."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*fields) if fields else None,
        func=f"IF {once} THEN {REFUSE % name.replace('_', ' ')} END IF; RETURN NEW;",
    )


def frozen_with(parent: str, *, key: str, once: str) -> list[pgtrigger.Trigger]:
    """Refuse any change of rows whose row of the table `parent` fulfils the SQL `once`.

    The column `key` leads to it. FOR SHARE waits for whoever is just changing the parent, so
    that the answer can't be outdated. A row that moves is asked about both parents; the table is
    named with its schema, so that no temporary one can stand in for it.
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
    """What the guards of `model` leave anybody to do with its rows.

    They are the rights of the application's database role.
    """
    guards = {trigger.name for trigger in getattr(model._meta, "triggers", [])}
    refused = {right for right, names in REFUSED.items() if guards & names}
    return set(ROWS - refused)
