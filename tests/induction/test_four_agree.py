"""Four people agree to a change, each by name; whoever agrees for two is shown to have done so."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.database import db
from portal.induction import operations
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import an_induction

PAUSE = {"kind": "pause", "reason": "bereavement",
         "started_on": date(2026, 12, 7), "ended_on": date(2027, 1, 3)}  # fmt: skip


def a_year(cast: Cast, **given: object) -> Induction:
    made = an_induction(cast.nqsw, by=cast.coordinator, assessor=given.get("assessor"))  # type: ignore[arg-type]
    db.session.commit()
    return made


def test_each_agreement_names_who_gave_it(cast: Cast) -> None:
    change = operations.propose_change(
        cast.coordinator, a_year(cast, assessor=cast.assessor), **PAUSE
    )
    for person in (cast.nqsw, cast.assessor, cast.manager):
        assert change.is_waiting
        operations.agree_to_change(person, change)
    assert {each.part: each.person_id for each in change.agreements} == {
        "worker": cast.nqsw.id, "assessor": cast.assessor.id,
        "manager": cast.manager.id, "coordinator": cast.coordinator.id,
    }  # fmt: skip


def test_nobody_agrees_for_two_in_one_press(cast: Cast) -> None:
    change = operations.propose_change(
        cast.coordinator, a_year(cast, assessor=cast.coordinator), **PAUSE
    )
    assert [each.part for each in change.agreements] == ["assessor"]


def test_whoever_agrees_for_two_is_shown_on_the_page(
    browser: Callable[..., Browser], cast: Cast
) -> None:
    change = operations.propose_change(
        cast.coordinator, a_year(cast, assessor=cast.coordinator), **PAUSE
    )
    db.session.commit()
    page = browser(as_=cast.coordinator).visit(f"/inductions/changes/{change.id}")
    assert "You agreed as the assessor already" in page.text
    page.submit("I agree as the induction coordinator too")
    assert f"{cast.coordinator.name} agreed for two: as the assessor and as the" in page.text
    assert "I agree" not in [button.strip() for button in page.html.split(">")]


def test_a_coordinator_agrees_by_their_own_hand(cast: Cast) -> None:
    change = operations.propose_change(cast.nqsw, a_year(cast, assessor=cast.assessor), **PAUSE)
    with pytest.raises(NotPossibleError, match="by their own hand"):
        operations.write_agreement_down(
            cast.coordinator, change, part="coordinator", means="mail",
            agreed_on=date(2026, 11, 24),
        )  # fmt: skip


def test_whose_agreement_was_written_down_is_told(cast: Cast) -> None:
    change = operations.propose_change(
        cast.coordinator, a_year(cast, assessor=cast.assessor), **PAUSE
    )
    operations.write_agreement_down(
        cast.coordinator, change, part="manager", means="telephone", agreed_on=date(2026, 11, 24)
    )
    told = db.session.query(Notice).filter_by(person_id=cast.manager.id).all()
    assert any("wrote down that you agreed by telephone to the pause" in one.text for one in told)
    assert {each.person_id for each in change.agreements} == {cast.coordinator.id, cast.manager.id}
