"""Worried about someone's safety: the numbers to call, and where they are kept."""

from collections.abc import Callable

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Organisation
from portal.people.operations.safety import keep_safety_numbers
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]
DUTY = {"label": "Duty team", "number": "01234 567890", "when": "Weekdays, 9 to 5"}


def riverside_has_a_number(cast: Cast) -> None:
    here = db.session.get_one(Organisation, cast.coordinator.organisation_id)
    keep_safety_numbers(here, cast.coordinator, [DUTY])


def test_everybody_sees_whom_to_call_and_nothing_is_recorded(cast: Cast, browser: Open) -> None:
    riverside_has_a_number(cast)
    before = db.session.query(AuditEntry).count()
    page = browser(as_=cast.nqsw).visit("/").follow("Worried about someone’s safety?")
    assert "999" in page.text
    assert "This portal does not report anything." in page.text
    assert "01234 567890" in page.text
    assert "Keep these numbers" not in page.text
    assert db.session.query(AuditEntry).count() == before


def test_another_organisation_has_numbers_of_its_own(cast: Cast, browser: Open) -> None:
    riverside_has_a_number(cast)
    page = browser(as_=cast.harbour_nqsw).visit("/safety")
    assert "01234 567890" not in page.text
    assert "No local numbers yet." in page.text


@pytest.mark.parametrize("who", ["admin", "coordinator"])
def test_the_administrator_and_the_coordinator_keep_them(
    cast: Cast, browser: Open, who: str
) -> None:
    page = browser(as_=getattr(cast, who)).visit("/safety").follow("Keep these numbers")
    answers = {f"numbers-0-{name}": said for name, said in DUTY.items()}
    page.submit("Save the numbers", **answers)
    assert "The numbers are saved." in page.text
    assert "Weekdays, 9 to 5" in page.text


def test_a_number_that_cannot_be_called_is_said_beside_it(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.admin).visit("/organisation/safety-numbers")
    page.submit("Save the numbers", **{"numbers-0-label": "Duty", "numbers-0-number": "ask"})
    assert page.status == 422
    assert "Write a number in figures" in page.text


@pytest.mark.parametrize("who", ["nqsw", "manager", "hr"])
def test_nobody_else_changes_them(cast: Cast, browser: Open, who: str) -> None:
    page = browser(as_=getattr(cast, who)).visit("/organisation/safety-numbers")
    assert page.status == 403
