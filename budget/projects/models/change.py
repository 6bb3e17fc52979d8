"""The history of a project: every step that was taken with it."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from budget.models.entry import Entry
from budget.projects.models.status import STEPS, ProjectStatus, corrections
from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only

# Deferred to the commit: an operation changes the status first, then records the step
TOLD = pgtrigger.Trigger(
    name="status_is_told",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.AnyChange("status"),
    func="""
        IF (SELECT status FROM public.projects_project WHERE id = NEW.id) IS DISTINCT FROM (
            SELECT to_status FROM public.projects_projectchange
            WHERE project_id = NEW.id ORDER BY id DESC LIMIT 1
        ) THEN
            RAISE EXCEPTION 'the change of status is not in the project''s story'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
    """,
)


class ProjectStep(models.TextChoices):
    """What was done with a project, as its history records it."""

    CONTRACT = "contract", _("Contract")
    CONTRACT_CHANGE = "contract_change", _("Change of the contract")
    RECOVER = "recover", _("Money recovered")
    SUSPEND = "suspend", _("Suspended")
    RESUME = "resume", _("Resumed")
    COMPLETE = "complete", _("Completed")
    TERMINATE = "terminate", _("Terminated")
    CORRECT = "correct", _("Correction")


POSTING = [
    ProjectStep.CONTRACT,
    ProjectStep.CONTRACT_CHANGE,
    ProjectStep.RECOVER,
    ProjectStep.CORRECT,
]
ENDING = [ProjectStep.COMPLETE, ProjectStep.TERMINATE]  # these release money if any is left
STAYING = [ProjectStep.SUSPEND, ProjectStep.RESUME]


def follows_the_table() -> Q:
    """A change leads where the table of steps says; a correction leads back, or nowhere."""
    stays = Q(from_status=F("to_status"))
    condition = Q()
    for step in ProjectStep.values:
        rule = STEPS[step]
        leads = Q(to_status=rule.target) if rule.target else stays
        condition |= Q(step=step, from_status__in=sorted(rule.origins)) & leads
    for origin, target in corrections():
        condition |= Q(step=ProjectStep.CORRECT, from_status=origin, to_status=target)
    return condition


class ProjectChange(models.Model):
    """One step in a project's history; `entry` is the money it moved, if any."""

    project = models.ForeignKey(
        "projects.Project", on_delete=models.PROTECT, related_name="changes"
    )
    step = models.CharField(max_length=20, choices=ProjectStep)
    from_status = models.CharField(max_length=20, choices=ProjectStatus)
    to_status = models.CharField(max_length=20, choices=ProjectStatus)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="change")
    document = models.CharField(_("document"), max_length=200, blank=True)
    document_date = models.DateField(_("date of the document"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    changed_at = models.DateTimeField(db_default=Now(), editable=False)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("change of a project")
        verbose_name_plural = _("changes of projects")
        ordering = ["project", "pk"]
        constraints = [
            models.CheckConstraint(name="change_follows_the_table", condition=follows_the_table()),
            models.CheckConstraint(
                name="change_has_the_entry_its_step_posts",
                condition=Q(step__in=POSTING, entry__isnull=False)
                | Q(step__in=ENDING)
                | Q(step__in=STAYING, entry=None),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.project.number}: {self.step}"
