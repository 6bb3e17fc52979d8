"""Operations that move money: each locks the strategy, refuses in words and posts entries.

The checks here give the message. The guarantee is the posting trigger with the accounts' CHECKs.
"""

from budget.operations.awarding import award, release, release_reserved, reserve
from budget.operations.posting import Document, lock, reverse, shortage, untold
from budget.operations.strategy import allocate, open_accounts, open_versions, put_in_force

__all__ = [
    "Document",
    "allocate",
    "award",
    "lock",
    "open_accounts",
    "open_versions",
    "put_in_force",
    "release",
    "release_reserved",
    "reserve",
    "reverse",
    "shortage",
    "untold",
]
