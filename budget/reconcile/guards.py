"""What must be in the database for the books to hold: triggers, constraints, functions, and who may write where."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from strategy_portal import roles

CAPS = {
    "account_action_is_within_ceiling",
    "account_source_is_within_ceiling",
    "account_strategy_is_within_ceiling",
    "account_is_within_quota",
    "account_paid_is_within_committed",
    "account_is_not_negative",
    "account_is_a_number",
}
UNIQUE = {"budget_entry_closes_id_key", "budget_entry_request_key_key", "entry_number_is_unique"}
POSTING = "post_entry"


def differences() -> Iterator[str]:
    """Triggers and constraints that are missing, off or not valid, rights that differ from what is granted by rule.

    Those of the models are asked of the models. With one role for everything, `check --deploy` warns instead.
    """
    with connection.cursor() as cursor:
        yield from missing_triggers(cursor)
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'c' AND convalidated")
        present = {name for (name,) in cursor.fetchall()}
        expected = CAPS | {
            constraint.name
            for model in apps.get_app_config("budget").get_models()
            for constraint in model._meta.constraints
            if hasattr(constraint, "condition") and not hasattr(constraint, "expressions")
        }
        yield from (f"constraint {name} is missing" for name in sorted(expected - present))
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_index ON oid = indexrelid WHERE indisunique AND indisvalid"
        )
        yield from (f"uniqueness {name} is missing" for name in sorted(UNIQUE - {row[0] for row in cursor.fetchall()}))
    if roles.are_two():
        yield from roles.differences()


def missing_triggers(cursor) -> Iterator[str]:
    cursor.execute(
        "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal"
    )
    present = set(cursor.fetchall())
    if ("budget_entry", POSTING) not in present:
        yield f"budget_entry: trigger {POSTING} is missing or off"
    for model in apps.get_models():
        table = model._meta.db_table
        for trigger in getattr(model._meta, "triggers", []):
            if (table, trigger.get_pgid(model)) not in present:
                yield f"{table}: trigger {trigger.name} is missing or off"
