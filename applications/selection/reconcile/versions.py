"""Reconciles submitted versions with what they freeze: the answers, the costs, who submitted."""

import json
from collections.abc import Iterator
from typing import Any

from applications.models import Application, ApplicationVersion
from applications.operations.submitting import snapshot
from strategy_portal.canonical import canonical, digest

# The rest of an organisation's facts may change after the submission
FROZEN = ("number", "call", "answers", "costs", "submitted_at")


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    submitted = Application.objects.submitted().select_related("call", "organisation")
    listed = submitted.prefetch_related("cost_lines", "versions", "status_changes")
    for application in listed.order_by("pk"):
        versions = list(application.versions.all())
        if [version.number for version in versions] != [1]:
            yield f"{application.label} does not have one version"
        for version in versions:
            yield from of_version(version, application)


def of_version(version: ApplicationVersion, application: Application) -> Iterator[str]:
    """The version is of the application's content, with its hash, by whoever submitted it."""
    if digest(version.content) != version.sha256:
        yield f"the version of {application.label} does not have its hash"
    if not freezes(version.content, application):
        yield f"the version of {application.label} says otherwise than its row"
    submissions = [row for row in application.status_changes.all() if row.transition == "submit"]
    if [row.changed_by_id for row in submissions] != [version.submitted_by_id]:
        yield f"the version of {application.label} is by somebody else than its submission"


def freezes(text: str, application: Application) -> bool:
    """Whether the version's content is the application's; fields added since are not in it."""
    try:
        said = json.loads(text)
    except ValueError:
        return False
    row = json.loads(canonical(snapshot(application)))
    if not isinstance(said, dict) or not said.keys() >= {*FROZEN, "organisation"}:
        return False
    answers = row["answers"]
    row["answers"] = {name: answers.get(name) for name in said["answers"]}
    has_all = said["answers"].keys() >= {"title", "requested"}
    return has_all and frozen_of(said) == frozen_of(row)


def frozen_of(content: dict[str, Any]) -> tuple[Any, ...]:
    return (*(content[name] for name in FROZEN), content["organisation"].get("code"))
