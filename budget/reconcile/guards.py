"""What must be in the database for the books to hold: triggers, constraints, functions, and who may write where.

Everything expected is asked of the models and the rooms' SQL, so that nothing new is forgotten here.
"""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.models import CheckConstraint, Model, UniqueConstraint

from strategy_portal import roles, schema

POSTING = {("budget_entry", "before_posting"), ("budget_entry", "post_entry")}
FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\s*\(.*?\$\$(.*?)\$\$", re.DOTALL)
FUNCTIONS = "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
TRIGGERS = """
    SELECT relname, tgname, proname FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
        WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal AND pg_class.relnamespace = 'public'::regnamespace
"""
CHECKS = """
    SELECT relname, conname, array(SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid
            AND attnum = ANY(conkey))
        FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
        WHERE contype = 'c' AND convalidated AND pg_class.relnamespace = 'public'::regnamespace
"""
UNIQUE = """
    SELECT tables.relname, indexes.relname, array(SELECT attname::text FROM pg_attribute WHERE attrelid = indrelid
            AND attnum = ANY(indkey)), indpred IS NULL
        FROM pg_index JOIN pg_class tables ON tables.oid = indrelid JOIN pg_class indexes ON indexes.oid = indexrelid
        WHERE indisunique AND indisvalid AND tables.relnamespace = 'public'::regnamespace
"""


def differences() -> Iterator[str]:
    """Triggers, functions and constraints that are missing, off or not as installed, rights that differ from the rule.

    With one role for everything, `check --deploy` warns instead.
    """
    yield from missing_triggers()
    yield from changed_functions()
    yield from missing_checks()
    yield from missing_uniqueness()
    if roles.are_two():
        yield from roles.differences()


def ask(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def models() -> list[type[Model]]:
    """Those with a table of our own."""
    return [model for model in apps.get_models() if model._meta.managed]


def missing_triggers() -> Iterator[str]:
    present = {(table, name): function for table, name, function in ask(TRIGGERS)}
    expected = {(table, name): f"budget_{name}" for table, name in POSTING}
    for model in models():
        names = (trigger.get_pgid(model) for trigger in getattr(model._meta, "triggers", []))
        expected |= {(model._meta.db_table, name): name for name in names}
    for (table, name), function in sorted(expected.items()):
        if (table, name) not in present:
            yield f"{table}: trigger {name} is missing or off"
        elif present[table, name] != function:
            yield f"{table}: trigger {name} runs {present[table, name]}"


def changed_functions() -> Iterator[str]:
    """Functions that no longer say what their migration or their model's trigger made them say."""
    present = {name: body.split() for name, body in ask(FUNCTIONS)}
    for name, body in sorted(installed_functions().items()):
        if present.get(name) != body.split():
            yield f"function {name} is missing or changed"


def installed_functions() -> dict[str, str]:
    """The last body of each, by name."""
    texts = schema.texts()
    for model in models():
        texts += [
            trigger.compile(model).install_sql for trigger in getattr(model._meta, "triggers", [])
        ]
    found = {name: body for text in texts for name, body in FUNCTION.findall(str(text))}
    return {
        name: body for name, body in found.items() if name != "_pgtrigger_should_ignore"
    }  # see roles


def missing_checks() -> Iterator[str]:
    """CHECKs that are not there, or whose name stands above a rule that looks at other columns."""
    present = {(table, name): set(columns) for table, name, columns in ask(CHECKS)}
    for model in models():
        for constraint in model._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                fields = constraint.condition.referenced_base_fields
                columns = {model._meta.get_field(name).column for name in fields}
                if present.get((model._meta.db_table, constraint.name)) != columns:
                    yield f"constraint {constraint.name} is missing or changed"


def missing_uniqueness() -> Iterator[str]:
    """Named ones, and those of single fields."""
    rows = ask(UNIQUE)
    named = {(table, name) for table, name, _columns, _is_whole in rows}
    single = {
        (table, *columns)
        for table, _name, columns, is_whole in rows
        if is_whole and len(columns) == 1
    }
    for model in models():
        table = model._meta.db_table
        for constraint in model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and (table, constraint.name) not in named:
                yield f"uniqueness {constraint.name} is missing"
        for field in model._meta.local_fields:
            if field.unique and (table, field.column) not in single:
                yield f"uniqueness of {table}.{field.column} is missing"
