"""Two roles for one database: the owner, who migrates, and the application's, which can't take a guard away.

One comparison finds how the application's role differs from what it should be: `manage.py database_roles` mends it,
`manage.py reconcile` and `check --deploy` report it. What the role may do with a table follows from its model's guards.
Nothing is granted in advance: a table that a migration makes is closed to the application until its rights are set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.db import DEFAULT_DB_ALIAS, Error, OperationalError, connections, transaction
from django.db.backends.utils import CursorWrapper
from psycopg2 import errors, sql
from psycopg2.extensions import encrypt_password

from strategy_portal.guards import ROWS, rights_left

APPLICATION = "portal_app"  # its role on the embedded server; elsewhere DATABASE_URL names it
OWNER = "owner"  # the owner's connection in settings, where DATABASE_OWNER_URL is set
SHOWN = 6  # differences in one warning

RIGHTS = """
WITH things (kind, name, which, part, acl) AS (
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass::text, relname::text, '', relacl
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            AND NOT EXISTS (SELECT FROM pg_depend
                            WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
    UNION ALL SELECT 'TABLE', attrelid::regclass::text, relname, format(' (%%I)', attname), attacl
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND NOT attisdropped AND attacl IS NOT NULL
    UNION ALL SELECT 'ROUTINE', oid::regprocedure::text, prorettype::regtype::text, '',
            coalesce(proacl, acldefault('f', proowner))
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
            AND NOT EXISTS (SELECT FROM pg_depend
                            WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
    UNION ALL SELECT 'SCHEMA', 'public', '', '', nspacl FROM pg_namespace WHERE nspname = 'public'
    UNION ALL SELECT 'DATABASE', quote_ident(datname), '', '', coalesce(datacl, acldefault('d', datdba))
        FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT 'PARAMETER', parname, '', '', paracl FROM pg_parameter_acl
    UNION ALL SELECT 'DEFAULT', format('FOR ROLE %%I', rolname) || coalesce(format(' IN SCHEMA %%I', nspname), ''),
            CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' ELSE 'ROUTINES' END, '', defaclacl
        FROM pg_default_acl JOIN pg_roles ON pg_roles.oid = defaclrole
            LEFT JOIN pg_namespace ON pg_namespace.oid = defaclnamespace
        WHERE defaclobjtype IN ('r', 'S', 'f')
)
SELECT kind, name, which, grantee, privilege FROM things LEFT JOIN LATERAL (
    SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(rolname) END AS grantee,
        privilege_type || part || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS privilege
    FROM aclexplode(acl) JOIN pg_roles ON rolname = %(role)s AND grantee IN (0, pg_roles.oid)
    -- Everybody may connect and look around by PostgreSQL's own default: that is others' business.
    WHERE grantee > 0 OR kind <> 'DEFAULT' AND privilege_type NOT IN ('CONNECT', 'USAGE')
) granted ON true ORDER BY kind, name, grantee, privilege
"""
ATTRIBUTES = """
SELECT word FROM pg_roles, LATERAL (VALUES (rolsuper, 'SUPERUSER'), (rolcreaterole, 'CREATEROLE'),
    (rolcreatedb, 'CREATEDB'), (rolreplication, 'REPLICATION'), (rolbypassrls, 'BYPASSRLS')) attribute (is_set, word)
WHERE rolname = %(role)s AND is_set
"""
MEMBERSHIPS = """
SELECT quote_ident(above.rolname) FROM pg_auth_members
    JOIN pg_roles above ON above.oid = roleid JOIN pg_roles below ON below.oid = member
WHERE below.rolname = %(role)s
"""
POSSESSIONS = """
SELECT count(*), min(name) FROM (
    SELECT relowner, 'table ' || oid::regclass FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
    UNION ALL SELECT proowner, 'function ' || oid::regproc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT nspowner, 'schema ' || nspname FROM pg_namespace
    UNION ALL SELECT datdba, 'database ' || datname FROM pg_database WHERE datname = current_database()
) things (owner, name) JOIN pg_roles ON pg_roles.oid = owner WHERE rolname = %(role)s HAVING count(*) > 0
"""
# Each guard of django-pgtrigger first asks this function, which any session may tell to let it pass; migrations put
# the original back.
NOBODY_PASSES = """CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE sql IMMUTABLE AS 'SELECT false'"""
IGNORABLE = (
    "SELECT 1 FROM pg_proc WHERE proname = '_pgtrigger_should_ignore' AND prosrc <> 'SELECT false'"
)


class NotPossible(Exception):
    """The roles can't be set up; the message says why."""


@dataclass(frozen=True)
class Difference:
    """How the role is not as it should be, as a sentence, and the statement that mends it, where one can."""

    sentence: str
    remedy: str = ""


def owner() -> str:
    """Whose connection makes and changes the tables: the owner's, or with one role for all the application's."""
    return OWNER if OWNER in settings.DATABASES else DEFAULT_DB_ALIAS


@checks.register(checks.Tags.database, deploy=True)
def check_role(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.Warning]:
    """`check --deploy --database default`: with one role for all, whoever gets hold of it can take the guards away."""
    if DEFAULT_DB_ALIAS not in (databases or []):
        return []
    try:
        found = list(differences())
    except OperationalError:
        return []  # said by the check of the server
    if not found:
        return []
    more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return [
        checks.Warning(
            f"The portal's database role may do more or less than it should: {'; '.join(found[:SHOWN])}{more}.",
            hint="Set DATABASE_OWNER_URL to the role that owns the tables and run: manage.py database_roles",
            id="portal.W001",
        )
    ]


# What should be


def expected(kind: str, which: str, tables: dict[str, set[str]]) -> set[str]:
    """The application's rights on one thing of the database; `which` names a table, or what a routine returns."""
    if kind == "TABLE":
        return tables.get(which, set())
    if (
        kind == "ROUTINE"
    ):  # those that run with the owner's rights: triggers, and what exists to be called
        return set() if which == "trigger" else {"EXECUTE"}
    return {"SCHEMA": {"USAGE"}, "DATABASE": {"CONNECT"}}.get(kind, set())


def rights_on_tables() -> dict[str, set[str]]:
    """The application's rights by table; it has none on a table that is not listed."""
    rights = {"django_migrations": {"SELECT"}}
    for cache in (caches[alias] for alias in settings.CACHES):
        if isinstance(cache, BaseDatabaseCache):
            rights[cache._table] = set(ROWS)  # type: ignore[attr-defined]
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.proxy:
            rights[model._meta.db_table] = (
                rights_left(model) if model._meta.managed else {"SELECT"}
            )  # a view
    return rights


# What is


def differences() -> Iterator[str]:
    """How the role the portal works as differs from what it should be, a sentence each."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT current_user")
        (role,) = cursor.fetchone()
        yield from (difference.sentence for difference in differences_of(role, cursor))


def are_two() -> bool:
    """Whether this database is set up for two roles: somebody else than the portal's role has migrated it."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class"
            " WHERE oid = to_regclass('public.django_migrations')"
        )
        return OWNER in settings.DATABASES or cursor.fetchone() != (True,)


def differences_of(role: str, cursor: CursorWrapper) -> Iterator[Difference]:
    def rows(query: str) -> list[tuple[Any, ...]]:
        cursor.execute(query, {"role": role})
        return cursor.fetchall()

    ((quoted,),) = rows("SELECT quote_ident(%(role)s)")
    for (word,) in rows(ATTRIBUTES):
        yield Difference(f"{quoted} has {word}", f"ALTER ROLE {quoted} NO{word}")
    for (group,) in rows(MEMBERSHIPS):
        yield Difference(f"{quoted} is a member of {group}", f"REVOKE {group} FROM {quoted}")
    for count, one in rows(POSSESSIONS):
        yield Difference(
            f"{quoted} owns {one} ({count} such things in all): give them to the owner by REASSIGN OWNED"
        )
        return  # whoever owns things may do anything with them: rights say nothing
    if rows(IGNORABLE):
        yield Difference("triggers let those pass who set pgtrigger.ignore", NOBODY_PASSES)
    yield from wrong_rights(quoted, rows(RIGHTS))


def wrong_rights(role: str, found: Sequence[tuple[Any, ...]]) -> Iterator[Difference]:
    """Rights that are too many or too few, among those `found` by RIGHTS."""
    tables = rights_on_tables()
    lacking: dict[tuple[str, str], set[str]] = {}
    for kind, name, which, grantee, privilege in found:
        right = expected(kind, which, tables)
        lacking.setdefault((kind, name), right.copy()).discard(privilege if grantee == role else "")
        if privilege is None or grantee == role and privilege in right:
            continue
        bare = privilege.removesuffix(" WITH GRANT OPTION")
        if kind == "DEFAULT":
            remedy = (
                f"ALTER DEFAULT PRIVILEGES {name} REVOKE {bare} ON {which} FROM {grantee} CASCADE"
            )
            yield Difference(f"{grantee} will have {privilege} on new {which.lower()}", remedy)
        else:
            remedy = f"REVOKE {bare} ON {kind} {name} FROM {grantee} CASCADE"
            yield Difference(f"{grantee} has {privilege} on {kind.lower()} {name}", remedy)
    for (kind, name), privileges in lacking.items():
        if words := ", ".join(sorted(privileges)):
            remedy = f"GRANT {words} ON {kind} {name} TO {role}"
            yield Difference(f"{role} lacks {words} on {kind.lower()} {name}", remedy)


# Setting up


def set_up() -> list[str]:
    """Make the application's role if there is none and give it just its rights; what was done, a statement each."""
    if OWNER not in settings.DATABASES:
        raise NotPossible("Set DATABASE_OWNER_URL: the role that owns the tables.")
    role, password = (
        connections[DEFAULT_DB_ALIAS].settings_dict[key] for key in ("USER", "PASSWORD")
    )
    if role in ("", connections[OWNER].settings_dict["USER"]):
        raise NotPossible("DATABASE_URL must name a role, and another one than DATABASE_OWNER_URL.")
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('database_roles'))")  # one at a time
        done = make_role(role, password, cursor)
        for difference in list(differences_of(role, cursor)):
            if difference.remedy:
                cursor.execute(difference.remedy)
                done.append(difference.remedy)
        if left := [difference.sentence for difference in differences_of(role, cursor)]:
            raise NotPossible(
                "\n".join(
                    ["The owner may not set these rights; let an administrator do so:", *left]
                )
            )
    return done


def make_role(role: str, password: str, cursor: CursorWrapper) -> list[str]:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
    if cursor.fetchone() is not None:
        return []
    statement = sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role))
    if password:  # hidden, so that no log of statements shows it
        hidden = encrypt_password(password, role, connections[OWNER].connection, "scram-sha-256")
        statement += sql.SQL(" PASSWORD {}").format(sql.Literal(hidden))
    try:
        with transaction.atomic(using=OWNER):
            cursor.execute(statement)
    except Error as error:
        if not isinstance(error.__cause__, errors.DuplicateObject | errors.UniqueViolation):
            raise
        return []  # for another database of this server somebody was quicker
    return [f"CREATE ROLE {role} LOGIN"]
