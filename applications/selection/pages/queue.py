"""The contents of the queue: search, filters and sorting.

Search ignores diacritics; sorting follows the Lithuanian alphabet.
"""

from dataclasses import dataclass

from django import forms
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.models import Application, Status
from applications.selection import permissions
from applications.selection.impartiality import visible_to, with_reading
from applications.selection.models import Assignment, Declaration, ScoreSheet
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.alphabet import alphabetic, bare, bare_column


@dataclass(frozen=True)
class Column:
    """A sortable column of the queue."""

    slug: str
    label: object
    order: tuple
    is_numeric: bool = False


COLUMNS = [
    Column("nr", _("No."), (F("call__number"), F("sequence"))),
    Column("pareiskejas", _("Applicant"), (alphabetic("organisation__name"),)),
    Column("projektas", _("Project"), (alphabetic("title"),)),
    Column("veiksmas", _("Action"), (F("call__action__code"),)),
    Column("suma", _("Requested, EUR"), (F("requested"),), is_numeric=True),
    Column("busena", _("Status"), (F("status"),)),
    Column("pateikta", _("Submitted"), (F("submitted_at"),)),
]
COLUMN_OF = {column.slug: column for column in COLUMNS}
# A sort order is a column's slug; a leading “-” reverses it
NEWEST = "-pateikta"


# For rows of with_progress()
LACKS_EVALUATORS = Q(status__in=Status.unscored(), given__lt=F("call__evaluators"))


def searched(applications: QuerySet[Application], text: str) -> QuerySet[Application]:
    """Filter by number, applicant or title containing every word of `text`."""
    applications = applications.alias(
        bare_number=bare_column("number"),
        bare_name=bare_column("organisation__name"),
        bare_title=bare_column("title"),
    )
    for word in bare(text).split():
        applications = applications.filter(
            Q(bare_number__contains=word)
            | Q(bare_name__contains=word)
            | Q(bare_title__contains=word)
        )
    return applications


def number_of(rows: QuerySet) -> Coalesce:
    """A subquery: how many `rows` refer to the application (OuterRef)."""
    # Not Count over joins: two of them would multiply each other.
    # order_by(): a default order would split the groups
    of_row = rows.filter(application=OuterRef("pk")).order_by()
    counted = of_row.values("application").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


def with_progress(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Add the progress of scoring.

    `given`: number of evaluators without a conflict; `judged`: number of counted sheets.
    """
    recused = Declaration.objects.filter(
        application=OuterRef("application"), person=OuterRef("evaluator"), has_conflict=True
    )
    hopeful = Assignment.objects.exclude(Exists(recused))
    return applications.annotate(
        given=number_of(hopeful), judged=number_of(ScoreSheet.objects.counted())
    )


class QueueForm(forms.Form):
    """Filters for the queue. Choices name only what the user may know of."""

    LACKS = "truksta"

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        help_text=_("Number, applicant or project"),
    )
    kvietimas = forms.ChoiceField(label=_("Call"), required=False)
    busena = forms.ChoiceField(label=_("Status"), required=False)
    vertintojas = forms.ChoiceField(label=_("Evaluator"), required=False)
    rikiuoti = forms.ChoiceField(label=_("Sort by"), required=False)

    def __init__(self, data, *, user: User, readable: QuerySet[Application]):
        super().__init__(data)
        self.fields["kvietimas"].choices = [("", _("All")), *calls_of(readable)]
        self.fields["busena"].choices = [("", _("All statuses")), *statuses()]
        self.fields["rikiuoti"].choices = [("", _("Newest first")), *orders()]
        if permissions.can_see_progress(user):
            self.fields["vertintojas"].choices = [
                ("", _("All")),
                (self.LACKS, _("Evaluators are missing")),
                *((str(person.pk), str(person)) for person in permissions.evaluators()),
            ]
        else:
            # Not only hidden: typed into the URL, the filter would still reveal evaluators
            del self.fields["vertintojas"]

    def filter(self, applications: QuerySet[Application]) -> QuerySet[Application]:
        chosen = self.cleaned_data
        applications = searched(with_progress(applications), chosen["q"])
        if chosen["kvietimas"]:
            applications = applications.filter(call__number=chosen["kvietimas"])
        if chosen["busena"]:
            applications = applications.filter(status=chosen["busena"])
        evaluator = chosen.get("vertintojas")
        if evaluator == self.LACKS:
            applications = applications.filter(LACKS_EVALUATORS)
        elif evaluator:
            applications = applications.filter(assignments__evaluator=evaluator)
        return applications

    @property
    def order(self) -> str:
        """The current sort order; empty if the filters are invalid."""
        if not self.is_valid():
            return ""
        return self.cleaned_data["rikiuoti"] or NEWEST

    def sort(self, applications: QuerySet[Application]) -> QuerySet[Application]:
        keys = COLUMN_OF[self.order.removeprefix("-")].order
        if self.order.startswith("-"):
            keys = [key.desc() for key in keys]
        else:
            keys = [key.asc() for key in keys]
        # The primary key last: with equal rows, pages could overlap
        return applications.order_by(*keys, "-pk")


def columns(form: QueueForm, query: QueryDict) -> list[dict]:
    """Return the table head: for each column its label, sort URL and current direction."""
    return [
        {
            "label": column.label,
            "is_numeric": column.is_numeric,
            "sorts": direction(column.slug, form.order),
            "url": turned(query, column.slug, form.order),
        }
        for column in COLUMNS
    ]


def direction(slug: str, order: str) -> str | None:
    """Return the column's aria-sort value; None if the rows aren't sorted by it."""
    if order == slug:
        return "ascending"
    if order == f"-{slug}":
        return "descending"
    return None


def turned(query: QueryDict, slug: str, order: str) -> str:
    """Return the query string that sorts by the column, descending if it is ascending now.

    Keeps all filters and leads back to the first page.
    """
    changed = without(query, "page", "rikiuoti")
    changed["rikiuoti"] = f"-{slug}" if order == slug else slug
    return f"?{changed.urlencode()}"


def without(query: QueryDict, *names: str) -> QueryDict:
    """Return a copy of `query` without `names`."""
    copy = query.copy()
    for name in names:
        copy.pop(name, None)
    return copy


def undeclared_of(user: User, text: str) -> QuerySet[Application]:
    """Return the applications the user must declare on first, searched by applicant and title."""
    # By number only: other orders and filters would reveal status, sums or scores
    known = with_reading(visible_to(user), user).filter(is_readable=False)
    return searched(known, text).order_by("number")


def calls_of(applications: QuerySet[Application]) -> list[tuple[str, str]]:
    """Return the calls of `applications` as choices."""
    calls = Call.objects.filter(Exists(applications.filter(call=OuterRef("pk"))))
    return [(call.number, str(call)) for call in calls.order_by("number")]


def statuses() -> list[tuple[str, object]]:
    """Return the statuses of submitted applications as choices."""
    return [(value, label) for value, label in Status.choices if value != Status.DRAFT]


def orders() -> list[tuple[str, str]]:
    """Return the sort orders as choices, two for each column."""
    found = []
    for column in COLUMNS:
        descending = gettext("%(column)s, descending") % {"column": column.label}
        found.append((column.slug, str(column.label)))
        found.append((f"-{column.slug}", descending))
    return found
