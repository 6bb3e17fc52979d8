"""What may go wrong by the rules of the office, and the HTTP answer each stands for."""

from collections.abc import Iterable


class DomainError(Exception):
    """A rule of the office says no. Its text is a sentence for the person, in their language."""

    status = 422


class OverBudget(DomainError):
    """A cap of money (action, source, strategy or call) would be passed."""


class OverQuota(DomainError):
    """More projects than the action has places for."""


class NotReady(DomainError):
    """Something is missing; `problems` says what, a sentence each."""

    def __init__(self, problems: Iterable[object]):
        self.problems = [str(problem) for problem in problems]
        super().__init__(" ".join(self.problems))


class Stale(DomainError):
    """Somebody was faster: the row is no longer what the page showed."""

    status = 409


class Late(DomainError):
    """The window has closed by the database's clock."""

    status = 409


class KeyReused(DomainError):
    """A request_key came back with other content."""

    status = 409
