"""What lies around the guards and would let somebody past them: other owners, hidden doors.

Read from PostgreSQL's catalogs, which every role may read.
"""

from collections.abc import Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

from strategy_portal.schema.printed import tables

# Who has the rights of the tables' owner: the owner, its members, superusers
WITH_THE_OWNER = """
WITH tables_owner AS (
    SELECT relowner AS oid FROM pg_class WHERE oid = to_regclass('public.django_migrations')
), of_extensions AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
)
"""
# Whoever owns a table, a view or a function may change it, whatever the rights on it
OWNED_BY_OTHERS = """
SELECT format('%%s %%s belongs to %%s', kind, name, rolname)
FROM (
    SELECT 'table' AS kind, oid::regclass::text AS name, relowner AS owner
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
        AND (relname = ANY (%(tables)s) OR relkind = 'v')
        AND ('pg_class'::regclass, oid) NOT IN (SELECT * FROM of_extensions)
    UNION ALL
    SELECT 'function', oid::regprocedure::text, proowner
    FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
        AND ('pg_proc'::regclass, oid) NOT IN (SELECT * FROM of_extensions)
) things JOIN pg_roles ON pg_roles.oid = owner, tables_owner
WHERE owner <> tables_owner.oid
"""
EVENT_TRIGGERS = """
SELECT format('event trigger %%s is not expected', evtname)
FROM pg_event_trigger
WHERE ('pg_event_trigger'::regclass, oid) NOT IN (SELECT * FROM of_extensions)
"""
# Beyond the schema that is compared, a function or a view may do what the portal's role may not
DOORS = """
SELECT format('%%s %%s works with the rights of the tables'' owner', kind, name)
FROM (
    SELECT 'function' AS kind, oid::regprocedure::text AS name, pronamespace AS schema,
        proowner AS owner
    FROM pg_proc
    WHERE prosecdef AND has_function_privilege(%(role)s, oid, 'EXECUTE')
        AND ('pg_proc'::regclass, oid) NOT IN (SELECT * FROM of_extensions)
    UNION ALL
    SELECT 'view', oid::regclass::text, relnamespace, relowner
    FROM pg_class
    WHERE relkind = 'v' AND has_table_privilege(%(role)s, oid, 'INSERT, UPDATE, DELETE')
        AND ('pg_class'::regclass, oid) NOT IN (SELECT * FROM of_extensions)
) things, tables_owner
WHERE schema NOT IN (
        'public'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace
    )
    AND has_schema_privilege(%(role)s, schema, 'USAGE')
    AND pg_has_role(owner, tables_owner.oid, 'USAGE')
"""
# An exact match of types wins over PostgreSQL's own operator, which the guards mean
OPERATORS = """
SELECT format('operator %%s is not expected', oid::regoperator)
FROM pg_operator
WHERE oprnamespace = 'public'::regnamespace
    AND ('pg_operator'::regclass, oid) NOT IN (SELECT * FROM of_extensions)
"""
EVERYTHING = [OWNED_BY_OTHERS, EVENT_TRIGGERS, DOORS, OPERATORS]


def differences(role: str) -> Iterator[str]:
    """Everything of the kind, one sentence each; `role` is the portal's."""
    values: dict[str, Any] = {"role": role, "tables": tables()}
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(WITH_THE_OWNER + " UNION ALL ".join(EVERYTHING) + " ORDER BY 1", values)
        for (sentence,) in cursor.fetchall():
            yield sentence
