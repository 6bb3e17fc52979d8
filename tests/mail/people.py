"""People who sign up through the portal's pages, each from an address of their own."""

import re
import time
from dataclasses import dataclass

from django.test import Client

PAGE = "/paskyra/registruotis/"
LINK = re.compile(r"http://testserver(/\S*patvirtinti-el-pasta/\S+)")


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    seconds: float


def sign_up(number: int, page: str = PAGE, **fields) -> Answer:
    """Sign up as person `number`; return what the portal said, and how soon."""
    client = Client(REMOTE_ADDR=f"10.0.{number // 250}.{number % 250 + 1}")
    data = {"email": address(number), "name": "Ona Onaitė", "password1": "ilgas-slaptazodis-9"}
    begun = time.monotonic()
    answer = client.post(page, {**data, **fields})
    return Answer(answer.status_code, answer.get("Location", ""), time.monotonic() - begun)


def address(number: int) -> str:
    return f"ona{number}@example.org"
