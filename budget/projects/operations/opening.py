"""Opens a project when its money is awarded."""

from budget.models import Entry
from budget.projects.models import Project


def open_project(project: Project, award: Entry) -> Project:
    """Save the unsaved `project` that `award` funds; from now on it is public."""
    project.number = award.project_number
    project.award = award
    project.action = award.action
    # An INSERT only: an existing project must not be overwritten
    project.save(force_insert=True)
    return project
