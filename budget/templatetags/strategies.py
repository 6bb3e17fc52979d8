"""Addresses in a strategy's pages."""

from typing import Any

from django import template
from django.template import Context

from budget.periods import address

register = template.Library()


@register.simple_tag(takes_context=True)
def strategy_url(context: Context, name: str, **of: Any) -> str:
    """The address `name` of the strategy whose page this is; see budget/periods.py."""
    return address(context.request, name, **of)
