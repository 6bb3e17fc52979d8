"""Every address of the portal. The only file, with settings, that sees all rooms."""

from allauth.account.decorators import secure_admin_login
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter

from strategy_portal.exports import FileConverter
from strategy_portal.pages import views

register_converter(FileConverter, "file")
admin.site.login = secure_admin_login(admin.site.login)

handler400 = "strategy_portal.pages.views.bad_request"
handler500 = "strategy_portal.pages.views.server_error"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("paskyra/", include("strategy_portal.accounts.urls")),
        path("", include("strategy_portal.pages.urls")),
        path("", include("budget.urls")),
        path("", include("calls.urls")),
        path("", include("applications.urls")),
        prefix_default_language=False,
    ),
]
