"""What is wrong in a page's forms, and which control repairs it. The summary and the field say it in the same words."""

from collections.abc import Iterable, Iterator

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField, Field
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def error_texts(field: BoundField) -> list[str]:
    """The field's errors; Django's „This field is required.“ becomes a sentence that names the field."""
    nameless = str(Field.default_error_messages["required"])
    named = _("Fill in “%(label)s”") % {"label": field.label}
    return [named if text == nameless else text for text in field.errors]


@register.filter
def problems(
    forms: Iterable[BaseForm | BaseFormSet | None] | BaseForm | BaseFormSet,
) -> list[dict[str, str]]:
    if isinstance(forms, BaseForm | BaseFormSet):
        forms = [forms]
    return [
        problem
        for form in forms
        if form is not None and form.is_bound
        for problem in problems_of(form)
    ]


def problems_of(form: BaseForm | BaseFormSet) -> Iterator[dict[str, str]]:
    if isinstance(form, BaseFormSet):
        yield from ({"id": "", "text": text} for text in form.non_form_errors())
        for number, line in enumerate(form.forms, start=1):
            for problem in problems_of(line):
                yield {
                    **problem,
                    "text": _("Line %(number)s: %(text)s")
                    % {"number": number, "text": problem["text"]},
                }
        return
    yield from ({"id": "", "text": text} for text in form.non_field_errors())
    for field in form:
        for text in error_texts(field):
            yield {"id": control_id(field), "text": text}


def control_id(field: BoundField) -> str:
    """Where the link goes: the control, the first choice of several, nowhere for a hidden one."""
    if field.is_hidden:
        return ""
    return field.id_for_label or f"{field.auto_id}_0"
