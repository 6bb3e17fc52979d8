"""Forms in which a coordinator edits a call: its rules, criteria and check items."""
