"""Compares the public figures with sums that SQL computes from the journal alone."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from django.db import connection

from budget.figures import figures_of
from budget.models import Strategy
from budget.pages.open_figures import MONEY, PROJECTS, Row, rows_of

Key = tuple[str, str, str]  # whose (action, source …), its code, the name of the figure
Found = Iterable[tuple[Key, Decimal]]

SUMS = """
    WITH planned AS (
        SELECT action_id, source_id,
            sum(CASE kind WHEN 'reversal' THEN -amount ELSE amount END) AS allocated,
            sum(CASE kind WHEN 'reversal' THEN -places ELSE places END) AS places
        FROM budget_entry
        WHERE strategy_id = %(strategy)s AND project_number = ''
        GROUP BY action_id, source_id
    ), last_of_project AS (
        SELECT DISTINCT ON (project_number) action_id, held, held_split, paid, paid_split,
            CASE hold WHEN 'committed' THEN 1 ELSE 0 END AS is_committed
        FROM budget_entry
        WHERE strategy_id = %(strategy)s AND project_number <> ''
        ORDER BY project_number, seq DESC
    ), actions AS (
        SELECT code,
            coalesce(max(allocated), 0) AS allocated,
            coalesce(sum(held * is_committed), 0) AS approved,
            coalesce(sum(paid), 0) AS paid,
            coalesce(max(places), 0) AS planned,
            coalesce(sum(is_committed), 0) AS projects
        FROM budget_action action
            LEFT JOIN planned ON planned.action_id = action.id
            LEFT JOIN last_of_project last ON last.action_id = action.id
        WHERE action.strategy_id = %(strategy)s
        GROUP BY code
    ), sources AS (
        SELECT code,
            coalesce(max(allocated), 0) AS allocated,
            coalesce(sum((held_split ->> code)::numeric * is_committed), 0) AS approved,
            coalesce(sum((paid_split ->> code)::numeric), 0) AS paid
        FROM budget_fundingsource source
            LEFT JOIN planned ON planned.source_id = source.id
            LEFT JOIN last_of_project ON true
        WHERE source.strategy_id = %(strategy)s
        GROUP BY code
    ), figures AS (
        SELECT 'action' AS level, * FROM actions
        UNION ALL
        SELECT 'source', *, NULL, NULL FROM sources
        UNION ALL
        SELECT 'actions', '', sum(allocated), sum(approved), sum(paid),
            sum(planned), sum(projects)
        FROM actions
        UNION ALL
        SELECT 'strategy', '', (SELECT sum(allocated) FROM sources), sum(approved),
            sum(paid), NULL, NULL
        FROM actions
    ), difference AS (
        SELECT (SELECT sum(allocated) FROM sources) - sum(allocated) AS gap FROM actions
    )
    SELECT level, code, allocated, approved, allocated - approved, paid, planned, projects
    FROM figures
    UNION ALL
    SELECT 'gap', '', gap, NULL, gap, NULL, NULL, NULL FROM difference
"""


def differences() -> Iterator[str]:
    """Differences in the one reading behind the public page, its CSV and its JSON."""
    for strategy in Strategy.objects.with_update():
        published = chain.from_iterable(map(in_row, rows_of(figures_of(strategy))))
        where = f"the public figures of {strategy.years}"
        yield from compared(where, published, sums_of(strategy.pk))


def in_row(row: Row) -> Found:
    """The row's numbers by key; the strategy's totals have no code."""
    level = row["level"]
    code = "" if level == "strategy" else row.get("code", "")
    names = [name for name in (*MONEY, *PROJECTS) if name in row]
    return [((level, code, name), Decimal(row[name])) for name in names]


def sums_of(strategy_id: int) -> dict[Key, Decimal]:
    """Every figure that should be published, as plain sums over the entries."""
    sums = {}
    with connection.cursor() as cursor:
        cursor.execute(SUMS, {"strategy": strategy_id})
        for level, code, *values in cursor.fetchall():
            for name, value in zip([*MONEY, *PROJECTS], values, strict=True):
                if value is not None:
                    sums[level, code, name] = Decimal(value)
    return sums


def compared(where: str, found: Found, sums: dict[Key, Decimal]) -> Iterator[str]:
    """Where `found` differs from `sums`, and which of them it lacks.

    A figure of 0 may be left out.
    """
    seen = set()
    for key, value in found:
        seen.add(key)
        if sums.get(key) != value:
            yield f"{where}: {in_words(key)} is {value}, the journal adds up to {sums.get(key)}"
    for key, total in sums.items():
        if total and key not in seen:
            yield f"{where}: {in_words(key)} is missing"


def in_words(key: Key) -> str:
    return " ".join(filter(None, key))
