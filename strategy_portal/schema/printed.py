"""The guards of one schema as PostgreSQL prints them, so that two schemas can be compared.

PostgreSQL omits the name of the schema that comes first in the search path, so the same guard
prints the same text in both.
"""

from typing import NamedTuple

from django.apps import apps
from django.db.backends.utils import CursorWrapper

from strategy_portal.schema import installing

# Everything in the schema except extensions' objects, and except the function that
# django-pgtrigger's guards call: database_rights.py has it replaced.
FUNCTIONS = """
SELECT 'function', '', oid::regprocedure::text, '',
    -- This alone is printed with its schema, in the first line
    CASE prokind
        WHEN 'a' THEN 'aggregate'
        ELSE regexp_replace(pg_get_functiondef(oid), 'FUNCTION [^.(]+\\.', 'FUNCTION ')
    END
FROM pg_proc
WHERE pronamespace = current_schema()::regnamespace
    AND proname <> '_pgtrigger_should_ignore'
    AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e'
    )
"""
VIEWS = """
SELECT 'view', '', relname, '', concat(reloptions, pg_get_viewdef(oid, true))
FROM pg_class
WHERE relnamespace = current_schema()::regnamespace
    AND relkind = 'v'
    AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
    )
"""

# The rest is read for our own tables only: Django's and other packages' are not ours to check.
# Row-level security hides rows, also from reconcile, which reads as the portal's role.
TABLES = """
SELECT 'table', '', relname,
    CASE WHEN relrowsecurity THEN 'has row-level security' ELSE '' END,
    ''
FROM pg_class JOIN ours USING (oid, relname)
"""
POLICIES = """
SELECT 'policy', relname, polname, '', ''
FROM pg_policy JOIN ours ON ours.oid = polrelid
"""
# Its rows are read with the table's own, but no guard of the table watches them
INHERITING = """
SELECT 'inheriting table', relname, inhrelid::regclass::text, '', ''
FROM pg_inherits JOIN ours ON ours.oid = inhparent
"""
TRIGGERS = """
SELECT 'trigger', relname, tgname,
    CASE WHEN tgenabled IN ('D', 'R') THEN 'is off' ELSE '' END,
    pg_get_triggerdef(pg_trigger.oid, true)
FROM pg_trigger JOIN ours ON ours.oid = tgrelid
WHERE NOT tgisinternal
"""
RULES = """
SELECT 'rule', relname, rulename,
    CASE WHEN ev_enabled IN ('D', 'R') THEN 'is off' ELSE '' END,
    pg_get_ruledef(pg_rewrite.oid, true)
FROM pg_rewrite JOIN ours ON ours.oid = ev_class
"""
# DISABLE TRIGGER ALL turns foreign keys off, too: internal triggers enforce them.
CONSTRAINTS = """
SELECT 'constraint', relname, conname,
    CASE
        WHEN EXISTS (
            SELECT FROM pg_trigger
            WHERE tgconstraint = pg_constraint.oid AND tgenabled IN ('D', 'R')
        ) THEN 'is off'
        WHEN NOT convalidated THEN 'is not validated'
        ELSE ''
    END,
    pg_get_constraintdef(pg_constraint.oid, true)
FROM pg_constraint JOIN ours ON ours.oid = conrelid
WHERE contype IN ('c', 'u', 'f', 'p', 'x')
"""
# A UniqueConstraint with a condition or an expression is an index without a constraint.
UNIQUE_INDEXES = """
SELECT 'unique index', ours.relname, index.relname,
    CASE WHEN indisvalid THEN '' ELSE 'is not valid' END,
    pg_get_indexdef(indexrelid, 0, true)
FROM pg_index
    JOIN ours ON ours.oid = indrelid
    JOIN pg_class index ON index.oid = indexrelid
WHERE indisunique
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('u', 'p'))
"""
COLUMNS = """
SELECT 'column', relname, attname, '',
    concat_ws(' ', format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'NOT NULL' END,
        attidentity, pg_get_expr(adbin, adrelid))
FROM pg_attribute
    JOIN ours ON ours.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE attnum > 0 AND NOT attisdropped
"""
OURS = """
WITH ours AS (
    SELECT oid, relname
    FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(%s)
)
"""
EVERYTHING = OURS + " UNION ALL ".join(
    [
        FUNCTIONS,
        VIEWS,
        TABLES,
        POLICIES,
        INHERITING,
        TRIGGERS,
        RULES,
        CONSTRAINTS,
        UNIQUE_INDEXES,
        COLUMNS,
    ]
)


class Thing(NamedTuple):
    """Identifies a guard: its kind, its table if it has one, its name."""

    kind: str
    table: str
    name: str

    def __str__(self) -> str:
        on = f" on {self.table}" if self.table else ""
        return f"{self.kind} {self.name}{on}"


class Printed(NamedTuple):
    """A guard's definition, and what is wrong with it besides: disabled, not validated."""

    fault: str
    text: str


def read(cursor: CursorWrapper, schema: str) -> dict[Thing, Printed]:
    """The guards in `schema`. It stays the search path until the transaction ends."""
    cursor.execute("SELECT set_config('search_path', %s, true)", [schema])
    cursor.execute(EVERYTHING, [tables()])
    return {
        Thing(kind, table, name): Printed(fault, text)
        for kind, table, name, fault, text in cursor.fetchall()
    }


def tables() -> list[str]:
    """The tables of our own models."""
    labels = {room.label for room in installing.rooms()}
    return [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in labels and model._meta.managed
    ]
