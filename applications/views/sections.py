"""Pages where an applicant fills in an application, section by section."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications import answers, completeness, funding, permissions
from applications.forms.sections import FORMS, FundingForm, SectionForm
from applications.models import Application
from applications.operations import drafting
from applications.sections import BY_SLUG, SECTIONS, Section
from applications.views.own import own_application, why_locked
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require


def section(request: HttpRequest, reference: str, section: str) -> HttpResponse:
    part = BY_SLUG.get(section)
    if part is None:
        raise Http404
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_edit(request.user, application))
        return save(request, application, part)
    if locked := why_locked(request, application, clock.now()):
        return read_only(request, application, part, locked)
    revision = {"revision": application.revisions.get(part.slug, 0)}
    # A copy: validation changes the instance, but the page shows what is saved
    form = FORMS[part.slug](instance=copy(application), initial=revision)
    context = frame(request, application, part)
    context |= {"form": form, "remaining": remaining_in(application, part)}
    return page(request, "applications/section.html", context)


def save(request: HttpRequest, application: Application, part: Section) -> HttpResponse:
    # A copy again: a rejected form must not change what the rest of the page shows
    form = FORMS[part.slug](request.POST, instance=copy(application))
    context = {**frame(request, application, part), "form": form}
    if form.is_valid() and isinstance(form, FundingForm) and "fill" in request.POST:
        form.fill_own_funds(context["total"])
    if "revision" in form.errors:
        context |= catch_up(request, application, part, form)
    if not form.is_valid():
        return page(request, "applications/section.html", context, form)
    revision = form.cleaned_data["revision"]
    try:
        drafting.save_section(application, part.slug, form.values, revision=revision)
    except DomainError as error:
        context |= catch_up(request, application, part, form)
        return refused(request, "applications/section.html", context, form, error)
    return saved(request, application, part)


def frame(request: HttpRequest, application: Application, part: Section) -> dict:
    """Return the context that all section pages share."""
    return {
        "application": application,
        "part": part,
        "number": SECTIONS.index(part) + 1,
        "count": len(SECTIONS),
        "is_last": part is SECTIONS[-1],
        "returns_to_check": returns_to_check(request),
        "total": funding.total_of(application.cost_lines.all()),
    }


def read_only(
    request: HttpRequest, application: Application, part: Section, locked: str
) -> HttpResponse:
    context = {
        **frame(request, application, part),
        "locked": locked,
        "answers": answers.answers_of(application, part),
        "lines": application.cost_lines.all(),
    }
    return page(request, "applications/section_read.html", context)


def remaining_in(application: Application, part: Section) -> list[completeness.Problem]:
    """Return what a started section still lacks; an untouched one is shown without complaints."""
    states = {state.section.slug: state for state in completeness.states(application)}
    state = states[part.slug]
    return [] if state.status == "untouched" else state.problems


def catch_up(
    request: HttpRequest, application: Application, part: Section, form: SectionForm
) -> dict:
    """Return the context that shows what somebody else saved; saving again overwrites it."""
    fresh = own_application(request, application.reference)
    renew_revision(form, fresh, part)
    return {"is_stale": True, "differences": differences(form, fresh)}


def renew_revision(form, fresh: Application, part: Section) -> None:
    # The typed text stays, but the next save is compared with the current revision
    form.data = {**form.data.dict(), "revision": fresh.revisions.get(part.slug, 0)}


def differences(form: SectionForm, fresh: Application) -> list[dict[str, str]]:
    """Return the fields whose typed text differs from what is saved now."""
    found = []
    for field in form.answer_fields:
        # Compared as text, as people would read both
        typed = answers.in_words(form.cleaned_data.get(field.name))
        kept = answers.in_words(getattr(fresh, field.name))
        if field.name in form.cleaned_data and typed != kept:
            found.append({"label": field.label, "typed": typed, "saved": kept})
    return found


def returns_to_check(request: HttpRequest) -> bool:
    return request.GET.get("grizti") == "patikrinti"


def saved(request: HttpRequest, application: Application, part: Section) -> HttpResponse:
    messages.success(request, _("Saved: %(section)s") % {"section": part.title})
    if "fill" in request.POST:
        return redirect(request.get_full_path())
    if "list" in request.POST:
        return redirect("applications:detail", application.reference)
    following = SECTIONS[SECTIONS.index(part) + 1 :]
    if returns_to_check(request) or not following:
        return redirect("applications:check", application.reference)
    return redirect("applications:section", application.reference, following[0].slug)
