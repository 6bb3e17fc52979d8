"""Every URL × every kind of visitor × their answer. New URLs must be listed here."""

import pytest
from django.test import Client

from tests.house import world as worlds

# One letter for each visitor of worlds.VISITORS, in their order:
# . a page (200) · L redirected (302) · x forbidden (403) · - not found for them (404)
PUBLIC = "..........."
SIGNED_IN = "L.........."
OFFICE = "Lxxx......."
COORDINATORS = "Lxxxxx..xxx"
BOOKS = "Lxxxxx....."
KEEPERS = "Lxxxxx...xx"
APPLICANT = "L-..-------"
ACCESS = {
    "healthz": PUBLIC,
    "readyz": PUBLIC,
    "pages:help": PUBLIC,
    "pages:accessibility": PUBLIC,
    "pages:privacy": PUBLIC,
    "calls:home": PUBLIC,
    "calls:list": PUBLIC,
    "calls:detail": PUBLIC,
    "budget:strategy": PUBLIC,
    "budget:strategy_table": PUBLIC,
    "budget:strategy_json": PUBLIC,
    "projects:list": PUBLIC,
    "projects:detail": PUBLIC,
    "account_login": ".LLLLLLLLLL",
    "account_request_link": PUBLIC,
    "account_link_sent": PUBLIC,
    "account_sign_in_by_link": PUBLIC,
    "account_signup": ".LLLLLLLLLL",
    "account_inactive": PUBLIC,
    "account_logout": "L..........",
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_email_verification_sent": PUBLIC,
    "account_confirm_email": PUBLIC,
    "account_change_password": SIGNED_IN,
    "account_set_password": "LLLLLLLLLLL",  # only for whoever has none
    "accounts:grants": "Lxxxxxxx.x.",
    "applications:mine": SIGNED_IN,
    "applications:organisation_create": SIGNED_IN,
    "applications:organisation": APPLICANT,
    "applications:start": "LL..LLLLLLL",
    "applications:detail": APPLICANT,
    "applications:answers": APPLICANT,
    "applications:check": APPLICANT,
    "applications:submit": APPLICANT,
    "applications:costs": APPLICANT,
    "applications:section": APPLICANT,
    "applications:receipt": APPLICANT,
    "applications:withdraw": "L-x.-------",
    "budget:amendments": PUBLIC,
    "budget:amendment": PUBLIC,
    "budget:amendments_office": BOOKS,
    "budget:amendment_office": BOOKS,
    "budget:amendment_create": KEEPERS,
    "budget:amendment_confirm": "Lxxxxx.x.xx",
    "budget:amendment_withdraw": KEEPERS,
    "selection:divide": "Lxxxxx..xxx",
    "selection:waitlist": "Lxxxxxx..x.",
    "projects_office:list": BOOKS,
    "projects_office:detail": BOOKS,
    "projects_office:step": KEEPERS,
    "projects_office:claim_step": KEEPERS,
    "projects_office:correct_entry": KEEPERS,
    "books:journal": BOOKS,
    "books:journal_file": BOOKS,
    "books:spending": BOOKS,
    "books:action_ledger": BOOKS,
    "books:action_ledger_file": BOOKS,
    "books:source_ledger": BOOKS,
    "books:source_ledger_file": BOOKS,
    "books:project_ledger": BOOKS,
    "books:project_ledger_file": BOOKS,
    "organisations:list": "Lxxxxx...x.",
    "organisations:detail": "Lxxxxx...x.",
    "organisations:act": "Lxxxxxx..xx",
    "calls:manage": "Lxxxxx...x.",
    "calls:create": COORDINATORS,
    "calls:edit": COORDINATORS,
    "calls:criteria": COORDINATORS,
    "calls:publish": COORDINATORS,
    "selection:desk": OFFICE,
    "selection:queue": OFFICE,
    "selection:review": "Lxxx.L-..L.",
    "selection:check_sheet": "Lxxx--..xLx",
    "selection:assign": "LxxxxL-.xLx",
    "selection:sheets": "LxxxxL-..L.",
    "selection:declare": "LxxxL.-....",
    "selection:recuse": "Lxxx..-....",
    "selection:score": "Lxxx.L-xxLx",
    "selection:ranking": "Lxxxxx...x.",
    "selection:decisions": "Lxxxxx.....",
    "selection:decision": "Lxxxxx.....",
    "selection:confirm": "Lxxxxxxx.xx",
    "selection:retract": "Lxxxxxx..xx",
}
LETTERS = {200: ".", 302: "L", 403: "x", 404: "-"}
NOT_PAGES = {"healthz", "readyz"}


def shown_to(visitor: str) -> list[str]:
    """The URLs this visitor may open."""
    column = worlds.VISITORS.index(visitor)
    return [name for name, row in ACCESS.items() if row[column] == "." and name not in NOT_PAGES]


# Each page once, with the visitor who sees most of it
PAGES = {
    name: visitor
    for visitor in ("auditor", "manager", "coordinator", "declared", "owner", "anonymous")
    for name in shown_to(visitor)
}
READERS = sorted(set(PAGES.values()))


def test_every_address_is_listed_here():
    assert sorted(set(worlds.names())) == sorted(ACCESS)


@pytest.mark.django_db
def test_every_visitor_gets_what_the_table_says():
    world = worlds.make()
    found = dict.fromkeys(ACCESS, "")

    for visitor in worlds.VISITORS:
        client = Client()
        if person := world.people[visitor]:
            client.force_login(person)
        for name in ACCESS:
            found[name] += LETTERS.get(
                status := client.get(world.url(name)).status_code, f"[{status}]"
            )

    assert found == ACCESS
