"""What tests of the import do on its pages."""

import io
from typing import Any

from tests.browser import Browser
from tests.factories.people import a_list, a_row


def chosen(page: Browser, content: bytes, name: str = "staff.csv") -> Browser:
    """Choose a file and send it."""
    page.visit("/people/import")
    return page.submit("Look at the columns", file=(io.BytesIO(content), name))


def looked_at(page: Browser, content: bytes, **told: Any) -> Browser:
    """Go on to the preview with the columns as they were guessed."""
    return chosen(page, content).submit("Look at the rows", **told)


def some(number: int, **facts: str) -> bytes:
    """A list of so many people."""
    return a_list(*(row(each, **facts) for each in range(1, number + 1)))


def row(number: int, **facts: str) -> dict[str, str]:
    """A row about the person with this number."""
    usual = {"Employee_No": f"{number:08}", "Surname": f"Silva{number}"}
    return a_row(**{**usual, **facts})
