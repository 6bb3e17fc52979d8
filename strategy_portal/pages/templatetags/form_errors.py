"""The errors of a page's forms, each with the control that fixes it.

The summary and the field use the same words.
"""

from collections.abc import Iterable, Iterator

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField, Field
from django.utils.translation import gettext as _

register = template.Library()
AnyForm = BaseForm | BaseFormSet
Problem = dict[str, str]  # what is wrong, and the id of the control


@register.filter
def error_texts(field: BoundField) -> list[str]:
    """The field's errors; „This field is required.“ becomes a sentence that names the field."""
    nameless = str(Field.default_error_messages["required"])
    named = _("Fill in “%(label)s”") % {"label": field.label}
    return [named if text == nameless else text for text in field.errors]


@register.filter
def problems(forms: Iterable[AnyForm | None] | AnyForm) -> list[Problem]:
    """All errors of the forms and formsets that were submitted, for the page's summary."""
    if isinstance(forms, BaseForm | BaseFormSet):
        forms = [forms]
    found: list[Problem] = []
    for form in forms:
        if form is not None and form.is_bound:
            found += problems_of(form)
    return found


def problems_of(form: AnyForm) -> Iterator[Problem]:
    if isinstance(form, BaseFormSet):
        yield from problems_of_lines(form)
        return
    for text in form.non_field_errors():
        yield {"id": "", "text": text}
    for field in form:
        for text in error_texts(field):
            yield {"id": control_id(field), "text": text}


def problems_of_lines(formset: BaseFormSet) -> Iterator[Problem]:
    for text in formset.non_form_errors():
        yield {"id": "", "text": text}
    for number, line in enumerate(formset.forms, start=1):
        for problem in problems_of(line):
            words = {"number": number, "text": uncapitalised(problem["text"])}
            yield {**problem, "text": _("Line %(number)s: %(text)s") % words}


def uncapitalised(sentence: str) -> str:
    """The sentence as it continues after a colon."""
    return sentence[:1].lower() + sentence[1:]


def control_id(field: BoundField) -> str:
    """The id a link leads to: the control or its first choice; none for a hidden field."""
    if field.is_hidden:
        return ""
    return field.id_for_label or f"{field.auto_id}_0"
