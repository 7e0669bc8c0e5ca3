"""Home asks the coordinator to agree to the changes of years that wait for them."""

from collections.abc import Callable

from portal.database import db
from portal.induction import operations as induction
from portal.induction.changing import MEANS
from portal.induction.models import ChangeAgreement
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction


def test_a_coordinator_is_asked_to_agree_to_a_change_until_they_have(
    browser: Callable[..., Browser], cast: Cast
):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    change = induction.propose_change(
        cast.nqsw, year, kind="extension", reason="time lost", started_on=TODAY, extends_by=28
    )
    db.session.commit()
    page = browser(as_=cast.coordinator).visit("/")
    assert "Agree to the extension in the year of Amira Khan" in page.text
    page.follow("Agree to the extension")
    assert page.url == f"/inductions/changes/{change.id}"
    db.session.add(
        ChangeAgreement(
            organisation_id=year.organisation_id, change_id=change.id, part="coordinator",
            person_id=cast.coordinator.id, agreed_on=TODAY, means=next(iter(MEANS)),
            recorded_by_id=cast.coordinator.id,
        )
    )  # fmt: skip
    db.session.commit()
    assert "Agree to the extension" not in page.visit("/").text
