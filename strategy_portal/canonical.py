"""A canonical JSON text for content, and its SHA-256 fingerprint."""

import hashlib
import json


def canonical(content: object) -> str:
    """JSON that is identical for equal content: sorted keys, no spaces.

    Values JSON does not know, such as Decimal and date, become strings.
    """
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
