"""Random work of clerks on the portal's money: what pages offer, with random sums."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random
from urllib.parse import urljoin

from django.urls import reverse

from tests.soak.client import Answer, Client, Fields

DOCUMENT, REASON = "Nr. 7", "Atsitiktinis žingsnis bandymui."
DAY = date(2026, 11, 2).isoformat()
MINUTES = {"kind": "minutes", "number": "VP-7", "dated": DAY}
CENT = Decimal("0.01")
STEPS = r"/darbas/projektai/[^/\"]+/(?:[a-z]+/|prasymai/\d+/[a-z]+/|istaisyti/\d+/)"
Act = Callable[["Clerk"], tuple[str, int]]
# Projects ended at once would never be paid; of the many corrections offered few are possible
LIKELY = {
    "tvirtinti": 4,
    "ismoketi": 4,
    "grazinimas": 2,
    "baigti": 0.3,
    "nutraukti": 0.1,
    "sustabdyti": 0.3,
    "istaisyti": 0.2,
}
NOTHING = 0  # there was nothing to press


@dataclass
class World:
    """What the clerks share besides the pages: the calls, and decisions possibly still pending."""

    calls: list[str]
    decisions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Clerk:
    """One of several simultaneous clerks; a seed makes the random choices repeatable."""

    client: Client
    is_coordinator: bool
    world: World
    random: Random

    def act(self) -> tuple[str, int]:
        """Do something; return what it was and the last answer's status."""
        acts: dict[Act, int] = {step: 14, retract: 1, amend: 2}
        acts |= {prepare: 4, promote: 4} if self.is_coordinator else {confirm: 8}
        return self.random.choices(list(acts), list(acts.values()))[0](self)


def prepare(clerk: Clerk) -> tuple[str, int]:
    path = reverse("selection:ranking", args=[clerk.random.choice(clerk.world.calls)])
    page = clerk.client.get(path)
    fields = {**page.fields, "step": "prepare"}
    outcomes = [name for name in fields if name.startswith("outcome-")]
    if page.status != 200 or not outcomes:
        return "prepare", NOTHING if page.status == 200 else page.status
    funded = set(clerk.random.sample(outcomes, min(len(outcomes), clerk.random.randint(1, 3))))
    for name in outcomes:
        fields[name] = (
            "fund" if name in funded else clerk.random.choice(["waitlist", "waitlist", "reject"])
        )
        fields[name.replace("outcome", "reason")] = REASON
    if "unscored_reason" in fields:
        fields["unscored_reason"] = REASON
    answer = clerk.client.post(path, fields)
    if answer.status == 303:
        clerk.world.decisions.append(answer.location)
    return "prepare", answer.status


def of_decision(clerk: Clerk, name: str, slug: str, fields: Fields) -> tuple[str, int]:
    if not clerk.world.decisions:
        return name, NOTHING
    path = clerk.random.choice(clerk.world.decisions)
    page = clerk.client.get(path + slug)
    if page.status == 302:  # somebody confirmed or retracted it
        forget(clerk, path)
    if page.status != 200:
        return name, NOTHING if page.status == 302 else page.status
    answer = clerk.client.post(path + slug, {**page.fields, **fields})
    if answer.status == 303:
        forget(clerk, path)
    return name, answer.status


def forget(clerk: Clerk, path: str) -> None:
    if path in clerk.world.decisions:
        try:
            clerk.world.decisions.remove(path)
        except ValueError:
            return  # another clerk was faster


def confirm(clerk: Clerk) -> tuple[str, int]:
    return of_decision(clerk, "confirm", "patvirtinti/", MINUTES)


def retract(clerk: Clerk) -> tuple[str, int]:
    return of_decision(clerk, "retract", "atsaukti/", {"reason": REASON})


def promote(clerk: Clerk) -> tuple[str, int]:
    path = reverse("selection:waitlist", args=[clerk.random.choice(clerk.world.calls)])
    page = clerk.client.get(path)
    if page.status != 200 or "seen" not in page.fields:
        return "promote", NOTHING if page.status == 200 else page.status
    answer = clerk.client.post(path, page.fields)
    if answer.status == 303:
        clerk.world.decisions.append(answer.location)
    return "promote", answer.status


def step(clerk: Clerk) -> tuple[str, int]:
    """Take one of the steps that a project's page offers: preview its effect, then confirm."""
    listed = clerk.client.get(reverse("projects_office:list"))
    projects = listed.links(r"/darbas/projektai/[^/\"]+/")
    if listed.status != 200 or not projects:
        return "project", NOTHING if listed.status == 200 else listed.status
    page = clerk.client.get(clerk.random.choice(projects))
    steps = page.links(STEPS)
    if page.status != 200 or not steps:
        return "project", NOTHING if page.status == 200 else page.status
    slugs = [re.findall("[a-z]+", path)[-1] for path in steps]
    path, name = clerk.random.choices(
        list(zip(steps, slugs, strict=True)), [LIKELY.get(slug, 1) for slug in slugs]
    )[0]
    form = clerk.client.get(path)
    if form.status != 200:
        return name, form.status
    answer = clerk.client.post(path, fill(form.fields, clerk.random))
    for _again in range(5):  # the effect is shown, or the figures moved: it is shown anew
        if answer.status in (200, 409) and answer.fields.get("shown"):
            answer = clerk.client.post(path, answer.fields)
    return name, answer.status


def fill(fields: Fields, random: Random) -> Fields:
    """Plausible input, mostly valid."""
    amount = read(fields.get("amount") or fields.get("approved", ""))
    typed = {
        "document": DOCUMENT,
        "document_date": DAY,
        "effective_on": DAY,
        "received_on": DAY,
        "approved_on": DAY,
        "reason": REASON,
        "kind": random.choice(["advance", "interim", "final"]),
        "number": f"MP-{random.randrange(10**9)}",
        "claimed": write(Decimal(random.randint(100, 1_500_000)) / 100),
        "approved": write(part_of(amount, random, [0, 0.5, 1, 1, 1])),
        "amount": write(
            part_of(amount, random, [0.7, 0.95, 1, 1, 1.05])
            or Decimal(random.randint(1, 100_000)) / 100
        ),
        "starts_on": fields.get("starts_on") or "2027-01-01",
        "ends_on": fields.get("ends_on") or "2027-12-31",
    }
    return fields | {
        name: value for name, value in typed.items() if name in fields or name == "kind"
    }


def part_of(amount: Decimal, random: Random, parts: list[float]) -> Decimal:
    return (amount * Decimal(str(random.choice(parts)))).quantize(CENT)


def read(text: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", text).replace(",", ".") or 0)


def write(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")


def amend(clerk: Clerk) -> tuple[str, int]:
    """Take the next step of the pending amendment, or draft a new one."""
    listed = clerk.client.get(reverse("budget:amendments_office"))
    create = reverse("budget:amendment_create")
    if listed.status != 200:
        return "amend", listed.status
    if create in listed.links(create):
        return "amend", draft(clerk, create).status
    newest = listed.links(r"/darbas/keitimai/\d+/")[0]
    page = clerk.client.get(newest)
    ways = [urljoin(newest, way) for way in ("patvirtinti/", "atsisakyti/")]
    ways = [path for path in ways if path in page.links(path)]
    if page.status == 200 and page.fields and clerk.random.random() < 0.9:
        return "publish", clerk.client.post(newest, page.fields).status
    if not ways:
        return "amend", NOTHING
    path = ways[0] if clerk.random.random() < 0.9 else ways[-1]
    if path.endswith("atsisakyti/") and clerk.random.random() < 0.8:
        return "amend", NOTHING  # whoever drafted it mostly leaves it to the others
    form = clerk.client.get(path)
    if form.status != 200:
        return "amend", NOTHING if form.status == 302 else form.status
    name = "in_force" if path.endswith("patvirtinti/") else "give_up"
    return name, clerk.client.post(path, fill(form.fields, clerk.random)).status


def draft(clerk: Clerk, path: str) -> Answer:
    """Move money between actions or sources, and change the number of places."""
    page = clerk.client.get(path)
    fields = {**page.fields, "reason": REASON}
    amounts = sorted(name for name in fields if name.startswith("amount-"))
    moved = Decimal(clerk.random.randint(100, 2_000_000)) / 100
    giver, taker = clerk.random.sample(amounts, 2)
    fields[giver] = write(max(Decimal(0), read(fields[giver]) - moved))
    fields[taker] = write(read(fields[taker]) + moved)
    for name in sorted(name for name in fields if name.startswith("places-")):
        fields[name] = str(max(0, int(fields[name]) + clerk.random.choice([-2, -1, 0, 0, 1, 2])))
    return clerk.client.post(path, fields)
