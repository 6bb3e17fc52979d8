"""Reads the protocols that decisions keep: their sort keys, and the same ranking made again."""

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from types import ModuleType
from typing import Any

from applications.selection import ranking, ranking_1
from applications.selection.ranking import Merit
from calls.models import TieBreak

VERSIONS: dict[int, ModuleType] = {1: ranking_1, 2: ranking}


def recomputed(text: str) -> str:
    """Return the protocol that the inputs of the ranking protocol `text` give, by its own rules."""
    content = json.loads(text)
    version = VERSIONS[content["rule_version"]]
    candidates = [candidate_of(facts, version.Candidate) for facts in content["inputs"]]
    return version.protocol(candidates, rules_of(content["rules"], version.Rules))


def candidate_of(facts: dict[str, Any], kind: Callable[..., Any]) -> Any:
    sheets = tuple(decimals(sheet) for sheet in facts["sheets"])
    requested = Decimal(facts["requested"])
    return kind(facts["number"], sheets, requested, facts["submitted_at"])


def rules_of(facts: dict[str, Any], kind: Callable[..., Any]) -> Any:
    read = {**facts, "pass_mark": Decimal(facts["pass_mark"])}
    read["tie_break"] = tuple(facts["tie_break"])
    if "criteria" in facts:
        read["criteria"] = tuple(decimals(pair) for pair in facts["criteria"])
    return kind(**read)


def decimals(texts: Iterable[str]) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


def merits(text: str) -> dict[str, Merit]:
    """Return the sort keys in a ranking protocol, by application number."""
    content = json.loads(text)
    tie_break = content["rules"]["tie_break"]
    return {row["number"]: merit_of(row["merit"], tie_break) for row in content["order"]}


def merit_of(texts: list[str], tie_break: list[str]) -> Merit:
    score, *keys = texts
    read = [key_of(key, rule) for key, rule in zip(keys, tie_break, strict=True)]
    return (Decimal(score), *read)


def key_of(text: str, rule: str) -> Decimal | str:
    """Return one sort key: a moment as text, everything else as a number."""
    return text if rule == TieBreak.EARLIER else Decimal(text)
