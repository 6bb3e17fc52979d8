"""The sums of an application: what its costs and its call allow, and contradictions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from django.utils.translation import gettext as _

from applications.models import Application, CostLine
from calls.models import Call
from strategy_portal.money import CENT, ZERO
from strategy_portal.templatetags import eur, percent


def total_of(lines: Iterable[CostLine]) -> Decimal:
    """Return the sum of the cost lines in EUR; incomplete lines count as 0."""
    return sum((line.amount or ZERO for line in lines), ZERO)


def covered(call: Call, total: Decimal) -> Decimal:
    """Return the most EUR that may be requested for costs of `total` EUR at the call's rate."""
    # Rounded down: one cent more would exceed the rate
    return (total * call.intensity / 100).quantize(CENT, ROUND_DOWN)


@dataclass(frozen=True)
class Contradiction:
    """A sum that contradicts the others or the call, and the field to change."""

    field: str
    text: str


def contradictions(application: Application, total: Decimal) -> Iterator[Contradiction]:
    """Yield sums that contradict the call's limits or the costs.

    `total` is the costs in EUR.
    """
    if application.requested is None:
        return
    for text in faults_of_request(application.requested, application.call, total):
        yield Contradiction("requested", text)
    # Not before both sides are known: an unfinished draft is not a faulty one
    if total and application.own_funds is not None and application.funds != total:
        yield Contradiction("own_funds", mismatch(application.funds, total))


def faults_of_request(requested: Decimal, call: Call, total: Decimal) -> Iterator[str]:
    allowed = covered(call, total)
    if requested == 0:
        yield _("The requested sum must be more than 0")
    if requested > call.max_per_project:
        text = _(
            "The requested sum is over the call's limit of %(limit)s. "
            "Lower it by at least %(excess)s"
        )
        yield text % over(call.max_per_project, requested)
    if total and requested > allowed:
        text = _(
            "The call covers up to %(rate)s of the costs: at most %(limit)s. "
            "Lower the sum by at least %(excess)s"
        )
        yield text % {"rate": percent(call.intensity), **over(allowed, requested)}


def over(limit: Decimal, requested: Decimal) -> dict[str, str]:
    return {"limit": eur(limit), "excess": eur(requested - limit)}


def mismatch(funds: Decimal, total: Decimal) -> str:
    """Return in words how the sources of funding differ from the costs."""
    if funds < total:
        text = _(
            "The sources of funding (%(funds)s) don't match the costs (%(total)s): "
            "%(difference)s missing"
        )
    else:
        text = _(
            "The sources of funding (%(funds)s) don't match the costs (%(total)s): "
            "%(difference)s too much"
        )
    return text % {
        "funds": eur(funds),
        "total": eur(total),
        "difference": eur(abs(total - funds)),
    }


@dataclass(frozen=True)
class Limit:
    """One limit of the call compared with the application, in words."""

    text: str
    # None: information only, not a limit
    is_kept: bool | None = None


def limits(application: Application, total: Decimal) -> list[Limit]:
    """Return the call's limits compared with the application, for costs of `total` EUR.

    Information while the costs are typed; contradictions() is what prevents submission.
    """
    call = application.call
    requested = application.requested
    if requested is None:
        return [what_may_be_requested(call, total)]
    found = [limit_of_sum(requested, call)]
    if total:
        found.append(limit_of_rate(requested, total, call))
        found.append(what_else_is_needed(requested, total))
    return found


def what_may_be_requested(call: Call, total: Decimal) -> Limit:
    text = _("With these costs you may ask for up to %(limit)s (%(rate)s of the costs at most).")
    values = {
        "limit": eur(min(call.max_per_project, covered(call, total))),
        "rate": percent(call.intensity),
    }
    return Limit(text % values)


def limit_of_sum(requested: Decimal, call: Call) -> Limit:
    text = _("Requested sum %(requested)s, limit %(limit)s")
    values = {"requested": eur(requested), "limit": eur(call.max_per_project)}
    return Limit(text % values, is_kept=requested <= call.max_per_project)


def limit_of_rate(requested: Decimal, total: Decimal, call: Call) -> Limit:
    text = _("Funding rate %(rate)s, limit %(limit)s")
    values = {"rate": percent(requested / total * 100), "limit": percent(call.intensity)}
    return Limit(text % values, is_kept=requested <= covered(call, total))


def what_else_is_needed(requested: Decimal, total: Decimal) -> Limit:
    text = _("Own and other funds needed: %(sum)s")
    return Limit(text % {"sum": eur(max(total - requested, ZERO))})
