"""The public data of a funded project, taken from its application."""

from applications.models import Application
from budget.projects.models import Project


def project_of(application: Application) -> Project:
    """Return the unsaved project with its public data; sums in EUR."""
    # Copied: the projects' room is a lower one and knows nothing of applications
    return Project(
        call_number=application.call.number,
        title=application.title,
        beneficiary=application.organisation.name,
        summary=application.public_summary,
        total_cost=Application.objects.with_total().get(pk=application.pk).total,
        max_grant=application.call.max_per_project,
        starts_on=application.starts_on,
        ends_on=application.ends_on,
    )
