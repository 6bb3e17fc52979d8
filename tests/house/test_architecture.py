"""Rules of the code base that are easy to break without noticing."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ["strategy_portal", "budget", "calls", "applications"]
SOURCES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts
]
TOOLS = [ROOT / "manage.py", *sorted((ROOT / "deploy").rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SQL = [path for room in ROOMS for path in sorted((ROOT / room).rglob("sql/*.sql"))]
SQL_FUNCTION = re.compile(
    r"^CREATE (?:OR REPLACE )?FUNCTION (?P<name>\w+).*?(?P<quote>\$\w*\$).*?(?P=quote)",
    re.MULTILINE | re.DOTALL,
)
TEMPLATES = [
    *sorted((ROOT / "templates").rglob("*.html")),
    *sorted((ROOT / "templates").rglob("*.txt")),
]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def length(node) -> int:
    return node.end_lineno - node.lineno + 1


def test_imports_go_downwards_only():
    linter = Path(sys.executable).with_name("lint-imports")

    answer = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stdout


# Each room, the lowest first, with the namespaces of its URLs
NAMESPACES = {
    "strategy_portal": ["accounts", "pages"],
    "budget": ["budget", "books"],
    "budget/projects": ["projects", "projects_office"],
    "calls": ["calls"],
    "applications": ["applications"],
    "applications/selection": ["selection"],
}


def room_of(path: Path) -> str | None:
    """The innermost room of a source or template; None for shared ones."""
    inside = name_of(path).removeprefix("templates/")
    found = [room for room in NAMESPACES if inside.startswith(f"{room}/")]
    return max(found, key=len, default=None)


def names_of_higher_rooms(room: str, text: str) -> list[str]:
    """URLs and templates of higher rooms named in `text`."""
    higher = list(NAMESPACES)[list(NAMESPACES).index(room) + 1 :]
    addresses = [namespace for above in higher for namespace in NAMESPACES[above]]
    found = re.findall(rf"""["'](?:{"|".join(addresses)}):\w+""", text)
    for template in re.findall(r"""["']([\w/]+\.html)""", text):
        if room_of(ROOT / "templates" / template) in higher:
            found.append(template)
    return found


@pytest.mark.parametrize("room", list(NAMESPACES)[:-1])
def test_a_lower_room_names_no_higher_one_in_addresses_or_templates(room):
    exempt = {"strategy_portal/urls.py", "strategy_portal/settings.py"}
    files = [path for path in [*SOURCES, *TEMPLATES] if room_of(path) == room]
    named = {name_of(path): names_of_higher_rooms(room, path.read_text()) for path in files}

    assert {name: found for name, found in named.items() if found and name not in exempt} == {}
    assert len(files) > 3


def test_the_check_of_names_bites():
    template = """
        {% url "budget:strategy" %} {% url "projects:detail" number %} {% url 'selection:desk' %}
        {% include "budget/_gap.html" %} {% include "budget/projects/_figures.html" only %}
    """

    found = names_of_higher_rooms("budget", template)

    assert found == ['"projects:detail', "'selection:desk", "budget/projects/_figures.html"]
    assert names_of_higher_rooms("applications", template) == ["'selection:desk"]


def test_every_template_and_test_lies_with_a_room():
    of_no_room = {"account", "accounts", "admin", "bootstrap5", "components", "mail", "pages"}
    astray = {
        name_of(path)
        for path in TEMPLATES
        if room_of(path) is None and path.relative_to(ROOT).parts[1] not in of_no_room
    }
    by_status = {name for name in astray if name.count("/") == 1}

    assert astray - by_status == set()
    for room in NAMESPACES:
        assert list((ROOT / "tests" / room).glob("test_*.py")), room


def test_no_module_imports_itself_by_a_detour():
    graph = grimp.build_graph(*ROOMS, include_external_packages=False)
    within = {
        module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules
    }

    assert cycles(within) == []


def cycles(imports: dict[str, set[str]]) -> list[str]:
    """The modules with circular imports."""
    left = {module: set(names) for module, names in imports.items()}
    while leaves := [module for module, names in left.items() if not names & left.keys()]:
        for leaf in leaves:
            del left[leaf]
    return sorted(left)


def test_only_the_workflow_sets_a_status():
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            targets = node.targets if isinstance(node, ast.Assign) else []
            sets = any(
                isinstance(target, ast.Attribute) and target.attr == "status" for target in targets
            )
            updates = (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr
                in {"update", "create", "get_or_create", "update_or_create", "bulk_update"}
                and any(keyword.arg == "status" for keyword in node.keywords)
            )
            if sets or updates:
                found.append(f"{name_of(path)}:{node.lineno}")

    workflows = [
        "strategy_portal/mail/workflow.py",
        "budget/projects/operations/step.py",
        "applications/workflow.py",
    ]
    assert [place.split(":")[0] for place in found] == workflows


def test_files_and_functions_and_classes_keep_their_sizes():
    limits = dict.fromkeys([*SOURCES, *TOOLS], 300) | dict.fromkeys(TESTS, 400)
    found = []
    for path, limit in limits.items():
        text = path.read_text()
        if (count := text.count("\n")) > limit:
            found.append(f"{name_of(path)}: {count} lines")
        tree = ast.parse(text)
        found += [f"{name_of(path)}: {node.name}" for node in functions(tree) if length(node) > 40]
        classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
        if path not in TESTS:
            found += [f"{name_of(path)}: {node.name}" for node in classes if length(node) > 160]

    assert found == []


def test_sql_keeps_its_sizes_too():
    found = []
    for path in SQL:
        text = path.read_text()
        found += [f"{name_of(path)}: {name}" for name in too_long(text)]
        if (count := text.count("\n")) > 300:
            found.append(f"{name_of(path)}: {count} lines")
        if max(map(len, text.split("\n"))) > 100:
            found.append(f"{name_of(path)}: a line of more than 100 characters")
        assert len(lengths(text)) == len(re.findall(r"(?m)^CREATE .*(?:FUNCTION|PROCEDURE)", text))

    assert SQL != []
    assert found == []


def lengths(sql: str) -> dict[str, int]:
    """The lines of each function, by name."""
    matches = SQL_FUNCTION.finditer(sql)
    return {match["name"]: match.group().count("\n") + 1 for match in matches}


def too_long(sql: str) -> list[str]:
    return [name for name, count in lengths(sql).items() if count > 40]


@pytest.mark.parametrize(("lines", "found"), [(36, []), (37, ["long"])])
def test_a_long_function_is_seen(lines, found):
    body = "\n".join(["PERFORM 1;"] * lines)

    sql = f"""-- A FUNCTION below
CREATE OR REPLACE FUNCTION long(one integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
{body}
END $$;
CREATE FUNCTION short() RETURNS void LANGUAGE sql AS $$ SELECT $$;
"""

    assert too_long(sql) == found


def test_views_stay_thin():
    found = [
        f"{name_of(path)}: {node.name} has {length(node)} lines"
        for path in SOURCES
        if "views" in path.parts
        for node in functions(ast.parse(path.read_text()))
        if length(node) > 30
    ]

    assert found == []


def test_templates_keep_their_size():
    assert [name_of(path) for path in TEMPLATES if path.read_text().count("\n") > 120] == []


def test_lines_of_templates_are_at_most_120_wide():
    """E-mails are plain text, where a line is a paragraph."""
    found = [
        f"{name_of(path)}:{number}"
        for path in TEMPLATES
        if path.suffix == ".html"
        for number, line in enumerate(path.read_text().split("\n"), start=1)
        if len(line) > 120
    ]

    assert found == []


SLOT = "\N{WHITE SQUARE}"
# From a call to its application form: a lower room may not name the URL of a higher one
UNNAMED = {"templates/calls/_facts.html"}


def glued(template: str) -> list[str]:
    """URLs put together from pieces; fragments and telephone links don't count."""
    filled = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", SLOT, template)
    addresses = re.findall(r"""\b(?:href|action|src|hx-get|hx-post)="([^"]*)\"""", filled)
    pages = (text for text in addresses if not text.startswith(("#", "tel:", "mailto:")))
    return [text for text in pages if SLOT in text and text != SLOT]


def test_no_address_is_glued_in_a_template():
    found = {name_of(path): glued(path.read_text()) for path in TEMPLATES}

    assert {name: texts for name, texts in found.items() if texts and name not in UNNAMED} == {}


def test_the_check_of_addresses_bites():
    template = """
        <a href="{% url "books:journal" %}?page={{ number }}"></a>
        <a href="/kvietimai/{{ pk }}/"></a>
        <a href="{% url "books:journal" %}"></a> <a href="#id_{{ pk }}"></a> <a href="/help/"></a>
    """

    assert glued(template) == [f"{SLOT}?page={SLOT}", f"/kvietimai/{SLOT}/"]


def test_no_template_has_inline_style_or_script():
    forbidden = re.compile(
        r"\sstyle=|<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son[a-z]+=|<style|javascript:", re.IGNORECASE
    )

    assert [name_of(path) for path in TEMPLATES if forbidden.search(path.read_text())] == []


# A message's kind names both its templates
MAIL_PART = re.compile(r"_(subject|message)\.txt$")


def test_every_template_is_used():
    texts = "\n".join(
        path.read_text() for path in [*SOURCES, *TEMPLATES, *(ROOT / "templates").rglob("*.html")]
    )
    by_name_of_library = (
        "account/",
        "bootstrap5/",
        "admin/",
    )  # django-allauth and crispy ask for them by path
    by_status = {
        "400.html",
        "403.html",
        "403_csrf.html",
        "404.html",
        "413.html",
        "429.html",
        "500.html",
        "503.html",
    }

    unused = [
        name
        for name in (str(path.relative_to(ROOT / "templates")) for path in TEMPLATES)
        if not name.startswith(by_name_of_library)
        and name not in by_status
        and f'"{name}"' not in texts
        and f'"{MAIL_PART.sub("", name)}"' not in texts
    ]

    assert unused == []


def test_every_operation_and_view_says_what_it_is_for():
    files = [path for path in SOURCES if path.name == "operations.py" or "operations" in path.parts]
    texts = {path: path.read_text() for path in SOURCES}
    missing = [
        name_of(path)
        for path, text in texts.items()
        if text.strip() and not ast.get_docstring(ast.parse(text))
    ]
    unexplained = [
        f"{name_of(path)}: {node.name}"
        for path in files
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
        and any("transaction.atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
        and not ast.get_docstring(node)
        and node.name not in {"submit_in_time"}
    ]

    assert (missing, unexplained) == ([], [])
