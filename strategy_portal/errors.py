"""Refusals by a business rule, each with its HTTP status."""

from collections.abc import Iterable


class DomainError(Exception):
    """A business rule refused. The text is a sentence for the user, in their language."""

    status = 422


class OverBudget(DomainError):
    """A cap on money (action, source, strategy or call) would be exceeded."""


class OverQuota(DomainError):
    """The action has no places left for projects."""


class NotReady(DomainError):
    """Something is missing or wrong; `problems` lists it, one sentence each."""

    def __init__(self, problems: Iterable[object]):
        self.problems = [str(problem) for problem in problems]
        super().__init__(" ".join(self.problems))


class Stale(DomainError):
    """The data has changed since the page was shown: somebody else was faster."""

    status = 409


class Late(DomainError):
    """The deadline has passed by the database clock."""

    status = 409


class Elsewhere(DomainError):
    """It is done in another system, not in this portal."""

    status = 409


class KeyReused(DomainError):
    """A request_key came back with other content, or from another person."""

    status = 409


class Throttled(DomainError):
    """One account does this too often."""

    status = 429
