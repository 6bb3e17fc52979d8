"""Every text is translated into both languages; no page has texts outside the catalogues."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
import pytest
from babel.messages import Catalog, Message
from django.contrib import auth
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from strategy_portal import catalogues
from strategy_portal.templatetags import ordinal

TEMPLATES = catalogues.ROOT / "templates"
NAMES = re.compile(
    r"Druskininkų harmonija|SHA-256|\bEUR\b|\bDMS\b|\b(?:CSV|XLSX|JSON)\b"
)  # the same in every language
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]")
UNGLUED = re.compile(
    r"\d (?:ženkl|skaitm|minu|valand|val\.|dien|darbo|eilut|skyri|projekt|paraišk|bal|vertintoj"
    r"|proc|EUR|%)"
)


def messages(language: str) -> list[Message]:
    catalogue = catalogues.read(catalogues.LOCALE / language / "LC_MESSAGES" / "django.po")
    return [message for message in catalogue if message.id]


def keys(found: Catalog | list[Message]) -> set[tuple]:
    return {(message.context, message.id) for message in found if message.id}


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


@pytest.mark.parametrize("language", ["lt", "en"])
def test_the_catalogue_holds_just_the_texts_that_are_used(language):
    used = keys(catalogues.used())

    assert len(used) > 300
    assert keys(messages(language)) == used, "run: python -m strategy_portal.catalogues"


@pytest.mark.parametrize(("language", "number_of_forms"), [("lt", 4), ("en", 2)])
def test_every_text_is_translated(language, number_of_forms):
    lacking = [
        message.id
        for message in messages(language)
        if message.fuzzy
        or not all(forms(message.string))
        or len(forms(message.string)) != (number_of_forms if message.pluralizable else 1)
    ]

    assert lacking == []


@pytest.mark.parametrize("language", ["lt", "en"])
def test_translations_keep_the_placeholders(language):
    lost = [
        (message.id, text)
        for message in messages(language)
        for text in forms(message.string)
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]

    assert lost == []


def test_english_pages_show_the_texts_of_the_code():
    with translation.override("en"):
        changed = [
            message.id
            for message in messages("en")
            if not message.pluralizable
            and message.id
            != (pgettext(message.context, message.id) if message.context else gettext(message.id))
        ]

    assert changed == []


def test_borrowed_texts_are_those_of_the_libraries():
    """If a library rewords a text, its own translation or the English would show again."""
    folders = [
        Path(django.__file__).parent / "conf",
        Path(auth.__file__).parent,
        Path(allauth.__file__).parent,
    ]
    theirs = [catalogues.read(folder / "locale/en/LC_MESSAGES/django.po") for folder in folders]
    here = "strategy_portal/catalogues.py"
    borrowed = [message for message in catalogues.used() if here in dict(message.locations)]

    assert len(borrowed) == len(catalogues.BORROWED)
    assert [
        message.id
        for message in borrowed
        if all(message.id not in catalogue for catalogue in theirs)
    ] == []


def test_lithuanian_quotes_are_lithuanian():
    wrong = []
    for message in messages("lt"):
        for text in forms(message.string):
            bare = re.sub(r"<[^>]*>", "", text)
            if re.search("[\"'”«»]", bare) or bare.count("„") != bare.count("“"):
                wrong.append(text)

    assert wrong == []


def test_numbers_stay_with_their_units():
    assert [
        text for message in messages("lt") for text in forms(message.string) if UNGLUED.search(text)
    ] == []


@pytest.mark.parametrize(
    ("counts", "noun"),
    [
        ((1, 21, 101), "diena"),
        ((2, 9, 22), "dienos"),
        ((0, 10, 11, 12, 19, 20, 111, 112), "dienų"),
    ],
)
def test_lithuanian_plurals(counts, noun):
    with translation.override("lt"):
        texts = [
            ngettext("%(count)d day left", "%(count)d days left", n) % {"count": n} for n in counts
        ]

    assert texts == [f"liko {n}\u00a0{noun}" for n in counts]


# One word for one thing everywhere: what stands here has a better one, given beside it
NOT_SAID = {
    # Lithuanian
    r"pagal \d+ kriterij": "pagal 1-ąjį kriterijų",
    r"\brezerv(?:o|e) (?:\d|%)": "rezervinio sąrašo 1-oji",
    r"%\(\w+\)[sd]-oji": "the filter ordinal: 3-ioji, 13-oji",
    r"Užfiksuota \S+ versija": "Užfiksuota 1-oji redakcija",
    r"Nepagrįst|šaltiniai suteikia": "Šaltiniais nepadengta; šaltiniai sudaro",
    r"Pvz\.[^,]": "Pvz.,",
    r"\d{4,} ženkl": "17 000 ženklų",
    r"[Tt]ikrinim": "administracinės atitikties vertinimas",
    r"portale ir DMS": "šiame portale ir per DMS",
    r"Pateikus šiame portale": "Pateikę paraišką šiame portale",
    r"Įregistruoti organizacij": "Pridėti organizaciją",
    r"[Ss]avinink": "paskyros tvarkytojas, tvarkytoja",
    r"atstovauja|atstovauti organizacijai": "dirba su jos paraiškomis",
    r"kitas eilėje esantis|Finansuosime, jei": "Finansavimas galimas, jei atsiras lėšų",
    r"Dabar veikia": "Dabar paraišką nagrinėja vietos veiklos grupė",
    r"Kiekvienai išlaidai|Išlaidos pavadinimas": "Kiekvienoms išlaidoms",
    r"[Vv]ieša santrauka": "Viešoji santrauka",
    r"Kas negerai dabar": "Kokia problema dabar kyla",
    r"[Ss]ustoti ties|praleisti jį ir": "netelpantį projektą praleisti ir imti kitą",
    r"eilutė: [A-ZĄČĘĖĮŠŲŪŽ]": "1 eilutė: įveskite vieneto kainą",
    r"tada galėsite": "Užsiregistravę galėsite",
    r"Išsisaugo": "Išsaugokite",
    r"senesni\w+ kod": "senesnį kodą sudaro 7 skaitmenys",
    r"susisieks VVG": "parašysime",
    r"Vertintojų skirtum": "Vertinimų skirtumas",
    r"jums ne(?:atvert|priein)": "jums nerodoma",
    r"vertinsiu nešališkai": "be giminės: Įsipareigoju",
    r"Pagrindimas \(neprivalom": "Pagrindimas (būtinas, jei tvirtinama mažiau)",
    r"Skirta dabar": "Šiuo metu skirta",
    r"suteiktas vaidmuo kurį": "vaidmenį, kurį",
    # English
    r"closed to you": "You can't see",
    r"Not more than the": "You can approve at most",
    r"\bor mend\b": "Still to complete or correct",
    r"[Ww]here one files": "Where to apply",
    r"\bshall\b": "Enter the new figures",
    r"“Start application”": "“Start an application”",
    r"one press, one effect|told anew|mirror of its": "a native engineer's words",
}


def texts() -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text: the catalogues, templates, data files and Python."""
    for language in ("lt", "en"):
        for message in messages(language):
            yield from ((f"{language}: {message.id}", text) for text in forms(message.string))
    for folder in (TEMPLATES, *catalogues.ROOMS):
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in {".html", ".txt", ".toml", ".py", ".sql"}:
                yield str(path.relative_to(catalogues.ROOT)), path.read_text()


def test_one_thing_has_one_word():
    found = [
        f"{place}: not “{said[0]}” but “{better}”"
        for place, text in texts()
        for wrong, better in NOT_SAID.items()
        if (said := re.search(wrong, text))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1-oji"), (3, "3-ioji"), (13, "13-oji"), (23, "23-ioji"), (113, "113-oji")],
)
def test_lithuanian_ordinals(number, said):
    assert ordinal(number) == said
    with translation.override("en"):
        assert ordinal(number) == str(number)


def words(template: str) -> Iterator[str]:
    """Untranslated texts of a template: text, visible attributes and parameters."""
    text = re.sub(
        r"\{#.*?#\}|\{% comment.*?endcomment %\}|\{% blocktrans.*?\{% endblocktrans\w* %\}",
        "",
        template,
        flags=re.S,
    )
    yield from re.findall(
        r"\b(?:text|label|hint|caption)=\"([^\"]*)\"", "".join(re.findall(r"\{%.*?%\}", text))
    )
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.S)
    yield from re.findall(
        r"\b(?:alt|title|placeholder|summary|aria-label|data-l)=\"([^\"]*[^\W\d_][^\"]*)\"", text
    )
    bare = re.sub(r"<[^>]*>|&\w+;", "\n", text, flags=re.S)
    yield from (
        line.strip() for line in bare.split("\n") if re.search(r"[^\W\d_]", NAMES.sub("", line))
    )


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.*")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_templates_say_nothing_past_the_catalogue(path):
    assert list(words(path.read_text())) == []


def test_the_check_of_templates_bites():
    template = """
        <p title="Tooltip">Plain {{ value }}</p> {% include "a.html" with text="Raw" only %}
        {% translate "Fine" %} {% blocktranslate %}Fine too{% endblocktranslate %} {# Fine #}
        <b>12&nbsp;–</b>
        {% include "a.html" with text=_("Fine") label=name only %}
    """

    assert list(words(template)) == ["Raw", "Tooltip", "Plain"]


ERRORS = {
    "ValidationError",
    "DomainError",
    "OverBudget",
    "OverQuota",
    "NotReady",
    "Stale",
    "Late",
    "Elsewhere",
    "KeyReused",
    "Throttled",
}
LABELS = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label"}


def sentences(source: str) -> Iterator[str]:
    """Untranslated texts in Python: errors, messages, labels and hints."""
    for node in ast.walk(ast.parse(source)):
        said: list[ast.expr] = []
        if isinstance(node, ast.Call) and (ast.unparse(node.func) in ERRORS or is_message(node)):
            said = node.args
        elif isinstance(node, ast.keyword) and node.arg in LABELS:
            said = [node.value]
        yield from (
            text
            for part in said
            if is_literal(part) and re.search(r"\w", text := ast.unparse(part)[1:])
        )


def is_message(call: ast.Call) -> bool:
    return ast.unparse(call.func).startswith("messages.")


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_python_says_nothing_past_the_catalogue():
    files = [path for room in catalogues.ROOMS for path in sorted(room.rglob("*.py"))]
    said = {
        str(path.relative_to(catalogues.ROOT)): found
        for path in files
        if "migrations" not in path.parts and (found := list(sentences(path.read_text())))
    }

    assert said == {}


def test_the_check_of_python_bites():
    source = """
raise Stale("Too late")
messages.success(request, f"Saved {name}")
CharField(label="Name", help_text="")
raise Late(_("Too late"))
"""

    assert sorted(sentences(source)) == ["'Saved {name}'", "Name'", "Too late'"]
