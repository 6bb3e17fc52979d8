"""The queue of applications: search, filters and order. Searches without diacritics, sorts as Lithuanians do."""

from dataclasses import dataclass

from django import forms
from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce, Collate, Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.models import Application, Status
from applications.selection import permissions
from applications.selection.models import Assignment, Declaration, ScoreSheet
from calls.models import Call
from strategy_portal.accounts.models import User

MARKED, BARE = "ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "aceeisuuzACEEISUUZ"
# Each letter's place in the alphabet: y stands between į and j. PostgreSQL may have been built without ICU.
ALPHABET = "aąbcčdeęėfghiįyjklmnopqrsštuųūvwxzž"
PLACES = "".join(chr(ord("A") + index) for index in range(len(ALPHABET)))
QUOTES = "„“”\"'"


class Translate(Func):
    """PostgreSQL's translate(): each character of one text becomes its partner of another."""

    function = "translate"
    output_field = TextField()


def bare(text: str) -> str:
    """A text without diacritics, in lower case: what is searched for. See also bare_column."""
    return text.translate(str.maketrans(MARKED, BARE)).lower()


def bare_column(name: str) -> Lower:
    """See also bare()."""
    return Lower(Translate(F(name), Value(MARKED), Value(BARE)))


def alphabetic(name: str) -> Collate:
    """The column as text that sorts by the Lithuanian alphabet, quotes left out, in whatever collation there is."""
    small = Translate(F(name), Value(ALPHABET.upper() + QUOTES), Value(ALPHABET))
    return Collate(Translate(small, Value(ALPHABET), Value(PLACES)), "C")


@dataclass(frozen=True)
class Column:
    """One column of the queue that can be sorted by."""

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
ORDERS = {prefix + column.slug: column for column in COLUMNS for prefix in ("", "-")}
NEWEST = "-pateikta"


def searched(applications: QuerySet[Application], text: str) -> QuerySet[Application]:
    """Those whose number, applicant or title contains `text`."""
    for word in bare(text).split():
        applications = applications.annotate(
            bare_number=bare_column("number"),
            bare_name=bare_column("organisation__name"),
            bare_title=bare_column("title"),
        ).filter(
            Q(bare_number__contains=word)
            | Q(bare_name__contains=word)
            | Q(bare_title__contains=word)
        )
    return applications


def number_of(rows: QuerySet) -> Coalesce:
    """How many `rows` refer to the application at hand."""
    counted = (
        rows.filter(application=OuterRef("pk"))
        .order_by()
        .values("application")
        .annotate(count=Count("pk"))
    )
    return Coalesce(Subquery(counted.values("count")), 0)


def with_progress(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Add `given`, how many evaluators without a conflict there are, and `judged`, how many of their sheets stand."""
    standing = ScoreSheet.objects.filter(submitted_at__isnull=False, voided_at=None)
    of_row = {"application": OuterRef("application"), "person": OuterRef("evaluator")}
    recused = Declaration.objects.filter(**of_row, has_conflict=True)
    hopeful = Assignment.objects.exclude(Exists(recused))
    return applications.annotate(given=number_of(hopeful), judged=number_of(standing))


class QueueForm(forms.Form):
    """Filters for rows the person may read; the choices name nothing they may not know of."""

    LACKS = "truksta"

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        help_text=_("Number, applicant or project"),
    )
    kvietimas = forms.ChoiceField(label=_("Call"), required=False)
    busena = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All statuses")), *Status.choices[1:]]
    )  # no drafts
    vertintojas = forms.ChoiceField(label=_("Evaluator"), required=False)
    rikiuoti = forms.ChoiceField(label=_("Sort by"), required=False)

    def __init__(self, data, *, user: User, readable: QuerySet[Application]):
        super().__init__(data)
        calls = Call.objects.filter(Exists(readable.filter(call=OuterRef("pk")))).order_by("number")
        self.fields["kvietimas"].choices = [
            ("", _("All")),
            *((call.number, str(call)) for call in calls),
        ]
        if permissions.can_see_progress(user):
            people = [(str(person.pk), str(person)) for person in permissions.evaluators()]
            self.fields["vertintojas"].choices = [
                ("", _("All")),
                (self.LACKS, _("Evaluators are lacking")),
                *people,
            ]
        else:
            del self.fields["vertintojas"]
        orders = [(order, self.words_of(order)) for order in ORDERS]
        self.fields["rikiuoti"].choices = [("", _("Newest first")), *orders]

    @staticmethod
    def words_of(order: str) -> str:
        label = ORDERS[order].label
        return (
            gettext("%(column)s, descending") % {"column": label}
            if order.startswith("-")
            else str(label)
        )

    def filter(self, applications: QuerySet[Application]) -> QuerySet[Application]:
        chosen = self.cleaned_data
        applications = searched(with_progress(applications), chosen["q"])
        if chosen["kvietimas"]:
            applications = applications.filter(call__number=chosen["kvietimas"])
        if chosen["busena"]:
            applications = applications.filter(status=chosen["busena"])
        if chosen.get("vertintojas") == self.LACKS:
            applications = applications.filter(
                status__in=Status.unscored(), given__lt=F("call__evaluators")
            )
        elif chosen.get("vertintojas"):
            applications = applications.filter(assignments__evaluator=chosen["vertintojas"])
        return applications

    @property
    def order(self) -> str:
        return self.cleaned_data["rikiuoti"] or NEWEST

    def sort(self, applications: QuerySet[Application]) -> QuerySet[Application]:
        keys = ORDERS[self.order].order
        descending = self.order.startswith("-")
        return applications.order_by(
            *(key.desc() if descending else key.asc() for key in keys), "-pk"
        )
