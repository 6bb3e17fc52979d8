"""Pages for declaring impartiality before reading, and for reporting a conflict later.

Both show only the applicant and the title of the application.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications.models import Application
from applications.selection import impartiality, permissions
from applications.selection.forms.declaring import YES, ConflictForm, DeclarationForm
from applications.selection.operations import declaring
from applications.selection.views.gate import find_application
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require


def declare(request: HttpRequest, number: str) -> HttpResponse:
    user = request.user
    if request.method == "POST" and has_recused(user, number):
        return redirect("selection:queue")
    application = find_application(request, number)
    require(permissions.can_declare(user, application))
    if request.method == "GET" and impartiality.declaration_of(user, application):
        return redirect("selection:review", number)
    links = impartiality.links(user, application)
    # Known links preselect “conflict”; the decision stays the person's own
    form = DeclarationForm(posted(request), initial={"has_conflict": YES} if links else None)
    context = {"application": application, "form": form, "links": links}
    if form.is_valid():
        try:
            return sign(request, application, form)
        except DomainError as error:
            return refused(request, "applications/selection/declare.html", context, form, error)
    return page(request, "applications/selection/declare.html", context, form)


def sign(request: HttpRequest, application: Application, form: DeclarationForm) -> HttpResponse:
    has_conflict = form.cleaned_data["has_conflict"]
    press = form.press(request.user)
    declaring.declare(application, press, has_conflict=has_conflict, **form.conflict)
    if has_conflict:
        return recused(request, application)
    messages.success(request, _("The declaration is signed."))
    following = "selection:score" if application.is_given else "selection:review"
    return redirect(following, application.number)


def recuse(request: HttpRequest, number: str) -> HttpResponse:
    """Report a conflict found later; it ends the person's part at once."""
    user = request.user
    if request.method == "POST" and has_recused(user, number):
        return redirect("selection:queue")
    application = find_application(request, number)
    require(permissions.can_declare(user, application))
    form = ConflictForm(posted(request))
    context = {"application": application, "form": form}
    if form.is_valid():
        try:
            declaring.declare(application, form.press(user), has_conflict=True, **form.conflict)
        except DomainError as error:
            return refused(request, "applications/selection/recuse.html", context, form, error)
        return recused(request, application)
    return page(request, "applications/selection/recuse.html", context, form)


def has_recused(user: User, number: str) -> bool:
    """Whether the user has declared a conflict of interest for the application already."""
    # Idempotency: after the first press the application is closed to the person, so a repeated
    # one would get a 404 instead of the same answer
    return impartiality.conflicted_for(user).filter(number=number).exists()


def recused(request: HttpRequest, application: Application) -> HttpResponse:
    text = _("You have recused yourself from %(number)s. You can no longer see its content.")
    messages.success(request, text % {"number": application.number})
    return redirect("selection:queue")
