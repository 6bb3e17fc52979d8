"""Every address of the portal.

Only this file and settings see all rooms: it passes down what a lower room's page needs from a
higher one.
"""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter

from applications import urls as applications
from applications.selection.impartiality import bound_numbers, concealed_numbers
from applications.selection.views.progress import progress
from budget import urls as budget
from budget.above import Above
from budget.periods import PeriodConverter
from budget.projects.models import Project
from calls import urls as calls
from strategy_portal.exports import FileConverter
from strategy_portal.pages import views

register_converter(FileConverter, "file")
register_converter(PeriodConverter, "period")
# The administration's own form would sign people in past allauth's rate limits
admin.site.login = secure_admin_login(admin.site.login)

handler400 = "strategy_portal.pages.views.bad_request"
handler500 = "strategy_portal.pages.views.server_error"

ABOVE = Above(
    concealed_from=concealed_numbers,
    bound_to=bound_numbers,
    public_project=lambda number: Project.objects.public().filter(number=number).first(),
)

urlpatterns = [
    # Outside the languages: probes keep one fixed address
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("paskyra/", include("strategy_portal.accounts.urls")),
        path("", include("strategy_portal.pages.urls")),
        path("", include(budget.addresses(ABOVE))),
        path("darbas/vaidmenys/", include("strategy_portal.accounts.office_urls")),
        path("darbas/biudzetas/", include("budget.books_urls"), {"above": ABOVE}),
        path("projektai/", include("budget.projects.urls")),
        path("darbas/projektai/", include("budget.projects.office_urls"), {"above": ABOVE}),
        path("darbas/organizacijos/", include("applications.office_urls"), {"above": ABOVE}),
        path("", include(calls.addresses(ABOVE))),
        path("", include(applications.addresses(after_submission=progress))),
        path("darbas/", include("applications.selection.urls")),
        prefix_default_language=False,
    ),
]
