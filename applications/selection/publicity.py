"""What the public will read about a project, as the applicant wrote it."""

from applications.models import Application
from budget.projects.models import Project


def project_of(application: Application) -> Project:
    """What the public will read about the project, as the applicant wrote it."""
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
