"""Content as the same bytes every time, and the fingerprint of those bytes."""

import hashlib
import json


def canonical(content: object) -> str:
    """JSON that is the same text for the same content.

    Keys are sorted, there are no spaces, and everything unusual is text.
    """
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
