"""Registers the portal's own system checks."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "strategy_portal.pages"

    def ready(self) -> None:
        # Importing them registers their checks
        from strategy_portal import database, database_roles, proxies  # noqa: F401, PLC0415
