"""django-allauth's views under our own addresses, and our own; other flows are not offered."""

from allauth.account import views
from django.urls import path, re_path

from strategy_portal.accounts import views as own

# The names are allauth's: its views and e-mails reverse them
urlpatterns = [
    path("prisijungti/", views.login, name="account_login"),
    path("prisijungti/nuoroda/", own.request_link, name="account_request_link"),
    path("prisijungti/nuoroda/issiusta/", own.link_sent, name="account_link_sent"),
    path("prisijungti/nuoroda/<key>/", own.sign_in_by_link, name="account_sign_in_by_link"),
    path("atsijungti/", views.logout, name="account_logout"),
    path("neaktyvi/", views.account_inactive, name="account_inactive"),
    path("registruotis/", own.signup, name="account_signup"),
    path(
        "patvirtinti-el-pasta/",
        views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path("patvirtinti-el-pasta/<key>/", views.confirm_email, name="account_confirm_email"),
    path("slaptazodis/keisti/", views.password_change, name="account_change_password"),
    path("slaptazodis/sukurti/", views.password_set, name="account_set_password"),
    path("slaptazodis/priminti/", views.password_reset, name="account_reset_password"),
    path(
        "slaptazodis/priminti/issiusta/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^slaptazodis/naujas/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
