"""Compares what the portal's database role may do with what it should: a sentence, a remedy.

Expected rights follow from the models' guards. Granted ones are read as PostgreSQL stores them, so
that a right nobody thought of is found as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.db.backends.utils import CursorWrapper

from strategy_portal.guards import ROWS, rights_left

# One row per right on each object, and one without a right for an object that has none. `which`
# selects the rule: the table's name, a routine's return type, the objects of a default privilege.
# Read from the ACLs: has_table_privilege() answers only for the rights one asks about.
RIGHTS = """
WITH relations AS (
    SELECT oid, relkind, relname, relacl
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
        AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        AND NOT EXISTS (
            SELECT FROM pg_depend
            WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
        )
), routines AS (
    -- Only those that run with the owner's rights
    SELECT oid, prorettype, proowner, proacl
    FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
        AND prosecdef
        AND NOT EXISTS (
            SELECT FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e'
        )
), things (kind, name, which, part, acl) AS (
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
        oid::regclass::text, relname::text, '', relacl
    FROM relations
    UNION ALL
    SELECT 'TABLE', attrelid::regclass::text, relname, format(' (%%I)', attname), attacl
    FROM pg_attribute JOIN relations ON relations.oid = attrelid
    WHERE NOT attisdropped AND attacl IS NOT NULL
    UNION ALL
    SELECT 'ROUTINE', oid::regprocedure::text, prorettype::regtype::text, '',
        coalesce(proacl, acldefault('f', proowner))
    FROM routines
    UNION ALL
    SELECT 'SCHEMA', 'public', '', '', nspacl
    FROM pg_namespace
    WHERE nspname = 'public'
    UNION ALL
    SELECT 'DATABASE', quote_ident(datname), '', '', coalesce(datacl, acldefault('d', datdba))
    FROM pg_database
    WHERE datname = current_database()
    UNION ALL
    SELECT 'PARAMETER', parname, '', '', paracl
    FROM pg_parameter_acl
    UNION ALL
    SELECT 'DEFAULT',
        format('FOR ROLE %%I', rolname) || coalesce(format(' IN SCHEMA %%I', nspname), ''),
        CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' ELSE 'ROUTINES' END,
        '', defaclacl
    FROM pg_default_acl
        JOIN pg_roles ON pg_roles.oid = defaclrole
        LEFT JOIN pg_namespace ON pg_namespace.oid = defaclnamespace
    WHERE defaclobjtype IN ('r', 'S', 'f')
)
SELECT kind, name, which, grantee, privilege
FROM things LEFT JOIN LATERAL (
    SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(rolname) END AS grantee,
        privilege_type || part
            || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS privilege
    FROM aclexplode(acl) JOIN pg_roles ON rolname = %(role)s AND grantee IN (0, pg_roles.oid)
    -- Everybody may connect and look around by PostgreSQL's own default: that is others' business
    WHERE grantee > 0 OR kind <> 'DEFAULT' AND privilege_type NOT IN ('CONNECT', 'USAGE')
) granted ON true
ORDER BY kind, name, grantee, privilege
"""
ATTRIBUTES = """
SELECT word
FROM pg_roles, LATERAL (VALUES
    (rolsuper, 'SUPERUSER'),
    (rolcreaterole, 'CREATEROLE'),
    (rolcreatedb, 'CREATEDB'),
    (rolreplication, 'REPLICATION'),
    (rolbypassrls, 'BYPASSRLS')
) attribute (is_set, word)
WHERE rolname = %(role)s AND is_set
"""
MEMBERSHIPS = """
SELECT quote_ident(above.rolname)
FROM pg_auth_members
    JOIN pg_roles above ON above.oid = roleid
    JOIN pg_roles below ON below.oid = member
WHERE below.rolname = %(role)s
"""
# An owner may ALTER and DROP, which no ACL records
POSSESSIONS = """
WITH things (owner, name) AS (
    SELECT relowner, 'table ' || oid::regclass
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
    UNION ALL
    SELECT proowner, 'function ' || oid::regproc
    FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT nspowner, 'schema ' || nspname
    FROM pg_namespace
    UNION ALL
    SELECT datdba, 'database ' || datname
    FROM pg_database
    WHERE datname = current_database()
)
SELECT count(*), min(name)
FROM things JOIN pg_roles ON pg_roles.oid = owner
WHERE rolname = %(role)s
HAVING count(*) > 0
"""
# Stored by an administrator, these apply to every new session: the first turns triggers and foreign
# keys off, the second puts other tables in the place of ours
SETTINGS = """
SELECT split_part(setting, '=', 1),
    coalesce(
        nullif(
            concat_ws(' IN ', 'ROLE ' || quote_ident(rolname), 'DATABASE ' || quote_ident(datname)),
            ''
        ),
        'ROLE ALL'
    )
FROM pg_db_role_setting
    LEFT JOIN pg_roles ON pg_roles.oid = setrole
    LEFT JOIN pg_database ON pg_database.oid = setdatabase,
    unnest(setconfig) setting
WHERE (setrole = 0 OR rolname = %(role)s)
    AND (setdatabase = 0 OR datname = current_database())
    AND split_part(setting, '=', 1) IN ('session_replication_role', 'search_path')
"""
# Every guard of django-pgtrigger first calls this function, and any session can make it let that
# session pass. Migrations restore the original.
NOBODY_PASSES = """CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name)
RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'"""
IGNORABLE = """
SELECT 1
FROM pg_proc
WHERE proname = '_pgtrigger_should_ignore' AND prosrc <> 'SELECT false'
"""
# Of others' tables: who did what in the administration is no more erased than our own journals
ADDED_ONLY = {"django_admin_log"}
WITH_GRANT = " WITH GRANT OPTION"


@dataclass(frozen=True)
class Difference:
    """How the role differs from what it should be, and the statement that fixes it, if any can."""

    sentence: str
    remedy: str = ""


# What should be


def expected(kind: str, which: str, tables: dict[str, set[str]]) -> set[str]:
    """The rights the role should have on one object of the database."""
    if kind == "TABLE":
        return tables.get(which, set())
    if kind == "ROUTINE":
        # Triggers run their functions without EXECUTE; the other functions are there to be called
        return set() if which == "trigger" else {"EXECUTE"}
    return {"SCHEMA": {"USAGE"}, "DATABASE": {"CONNECT"}}.get(kind, set())


def rights_on_tables() -> dict[str, set[str]]:
    """The rights the role should have, by table; none on a table that is not listed."""
    rights = {"django_migrations": {"SELECT"}}
    for alias in settings.CACHES:
        cache = caches[alias]
        if isinstance(cache, BaseDatabaseCache):
            rights[cache._table] = set(ROWS)  # type: ignore[attr-defined]
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy:
            continue
        is_view = not model._meta.managed
        rights[model._meta.db_table] = {"SELECT"} if is_view else rights_left(model)
    rights |= dict.fromkeys(ADDED_ONLY, {"SELECT", "INSERT"})
    return rights


# What is


def differences_of(role: str, cursor: CursorWrapper) -> Iterator[Difference]:
    """How `role` differs from what it should be."""

    def rows(query: str) -> list[tuple[Any, ...]]:
        cursor.execute(query, {"role": role})
        return cursor.fetchall()

    ((quoted,),) = rows("SELECT quote_ident(%(role)s)")
    for (word,) in rows(ATTRIBUTES):
        yield Difference(f"{quoted} has {word}", f"ALTER ROLE {quoted} NO{word}")
    for (group,) in rows(MEMBERSHIPS):
        yield Difference(f"{quoted} is a member of {group}", f"REVOKE {group} FROM {quoted}")
    for name, scope in rows(SETTINGS):
        yield Difference(f"{scope} has a setting of {name}", f"ALTER {scope} RESET {name}")
    for count, one in rows(POSSESSIONS):
        yield Difference(
            f"{quoted} owns {one} ({count} such things in all):"
            " give them to the owner by REASSIGN OWNED"
        )
        return  # an owner may do anything with its objects, whatever the ACLs say
    if rows(IGNORABLE):
        yield Difference("triggers let those pass who set pgtrigger.ignore", NOBODY_PASSES)
    yield from wrong_rights(quoted, rows(RIGHTS))


def wrong_rights(role: str, found: Sequence[tuple[Any, ...]]) -> Iterator[Difference]:
    """Rights in excess or missing, among those `found` by RIGHTS."""
    tables = rights_on_tables()
    lacking: dict[tuple[str, str], set[str]] = {}
    for kind, name, which, grantee, privilege in found:
        right = expected(kind, which, tables)
        missing = lacking.setdefault((kind, name), right.copy())
        if grantee == role and privilege in right:
            missing.discard(privilege)
        elif privilege is not None:
            yield one_too_many(kind, name, which, grantee, privilege)
    for (kind, name), missing in lacking.items():
        if missing:
            words = ", ".join(sorted(missing))
            yield Difference(
                f"{role} lacks {words} on {kind.lower()} {name}",
                f"GRANT {words} ON {kind} {name} TO {role}",
            )


def one_too_many(kind: str, name: str, which: str, grantee: str, privilege: str) -> Difference:
    """The difference that `grantee` has `privilege` and should not."""
    # REVOKE takes the grant option away with the right; CASCADE, what was granted with it
    bare = privilege.removesuffix(WITH_GRANT)
    if kind == "DEFAULT":
        return Difference(
            f"{grantee} will have {privilege} on new {which.lower()}",
            f"ALTER DEFAULT PRIVILEGES {name} REVOKE {bare} ON {which} FROM {grantee} CASCADE",
        )
    return Difference(
        f"{grantee} has {privilege} on {kind.lower()} {name}",
        f"REVOKE {bare} ON {kind} {name} FROM {grantee} CASCADE",
    )
