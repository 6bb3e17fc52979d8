"""The refusal to start."""


class NotStarted(Exception):
    """The embedded server, or the portal, does not run; the message says why or where to look."""
