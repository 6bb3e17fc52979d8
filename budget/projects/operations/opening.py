"""A project begins with the award of its money."""

from budget.models import Entry
from budget.projects.models import Project


def open_project(project: Project, award: Entry) -> Project:
    """Save the (unsaved) `project` that `award` funds: from now on everybody can read it."""
    project.number = award.project_number
    project.award = award
    project.action = award.action
    project.save(force_insert=True)
    return project
