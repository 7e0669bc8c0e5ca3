"""Changing a year: proposed by one of four, in force when all agreed, taken back without loss."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.home.operations import add_days_away
from portal.induction import operations, policies, queries
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, InductionChange
from portal.notices.models import Notice
from tests.cast import Cast
from tests.factories.induction import ASYE, START, an_induction, item_of

PAUSE = {"kind": "pause", "reason": "bereavement",
         "started_on": date(2026, 12, 7), "ended_on": date(2027, 1, 3)}  # fmt: skip


@pytest.fixture
def year(cast: Cast) -> Induction:
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def calendar_of(year: Induction) -> dict[str, Any]:
    dates: dict[str, Any] = {item.code: item.due_on for item in queries.items_of(year)}
    return dates | {"end": year.planned_end_on, "next": year.next_on}


def agreed(cast: Cast, year: Induction, **given: Any) -> InductionChange:
    """A change that all four have agreed to, each by their own hand."""
    change = operations.propose_change(cast.nqsw, year, **(PAUSE | given))
    for person in (cast.assessor, cast.manager, cast.coordinator):
        operations.agree_to_change(person, change)
    return change


def test_a_pause_is_in_force_once_all_four_agreed(cast: Cast, year: Induction) -> None:
    before = calendar_of(year)
    change = operations.propose_change(cast.nqsw, year, **PAUSE)
    for person in (cast.assessor, cast.manager):
        operations.agree_to_change(person, change)
        assert change.is_waiting
        assert calendar_of(year) == before
    operations.agree_to_change(cast.coordinator, change)
    assert change.is_in_force
    after = calendar_of(year)
    assert after["end"] == before["end"] + timedelta(days=28)
    assert after["review-6"] == date(2027, 1, 25)
    assert after["observation-2"] == before["observation-2"]
    assert year.week_of(date(2026, 12, 10)).words == "Paused"


def test_taken_back_it_leaves_the_calendar_as_it_was(cast: Cast, year: Induction) -> None:
    before = calendar_of(year)
    change = agreed(cast, year)
    assert calendar_of(year) != before
    operations.withdraw_change(cast.coordinator, change)
    assert calendar_of(year) == before
    assert year.stops == []
    deeds = [entry.action for entry in db.session.query(AuditEntry)]
    assert deeds.count("induction.change_withdrawn") == 1


def test_what_is_held_and_what_is_booked_keep_their_days(cast: Cast, year: Induction) -> None:
    held, booked = item_of(year, "agreement"), item_of(year, "review-6")
    operations.record_item_held(cast.assessor, held, date(2026, 7, 8))
    operations.book_item(cast.assessor, booked, date(2026, 12, 17))
    agreed(cast, year)
    assert (held.held_on, booked.booked_on) == (date(2026, 7, 8), date(2026, 12, 17))


def test_without_a_day_of_return_nothing_is_due_until_it_is_known(
    cast: Cast, year: Induction, browser: Any
) -> None:
    change = agreed(cast, year, ended_on=None)
    assert year.moves.is_provisional
    page = browser(as_=cast.nqsw)
    for path in ("/", "/my-year", f"/inductions/{year.id}/promises", "/my-year/export?as=csv"):
        assert page.send("get", path).status_code == 200, path
    assert item_of(year, "review-6").due_on > date(2028, 1, 1)
    operations.name_return(cast.nqsw, change, date(2027, 1, 3))
    assert item_of(year, "review-6").due_on == date(2027, 1, 25)
    assert not year.moves.is_provisional


def test_an_extension_moves_the_end(cast: Cast, year: Induction) -> None:
    change = agreed(cast, year, kind="extension", reason="time lost", ended_on=None,
                    started_on=clock.today(), extends_by=56)  # fmt: skip
    assert change.is_in_force
    assert year.planned_end_on == date(2027, 8, 23)
    assert year.week_of(clock.today()).of == 60


@pytest.mark.parametrize("kind", ["withdrawal", "transfer out"])
def test_an_ending_takes_the_access_of_assessor_and_manager_with_it(
    kind: str, cast: Cast, year: Induction
) -> None:
    last = {"started_on": clock.today() - timedelta(days=1), "ended_on": None}
    change = agreed(cast, year, kind=kind, reason="moved employer", **last)
    assert (year.ended_on, year.ended_as) == (last["started_on"], kind)
    assert not policies.see_induction(cast.assessor, year)
    assert not policies.see_induction(cast.manager, year)
    assert policies.see_induction(cast.coordinator, year)
    assert policies.withdraw_change(cast.coordinator, change)
    operations.reopen_induction(cast.coordinator, year)
    assert year.ended_on is None
    assert change.withdrawn_at is not None
    assert policies.see_induction(cast.assessor, year)


def test_until_its_last_day_a_year_that_breaks_off_asks_for_what_comes_before(
    cast: Cast, year: Induction, browser: Any
) -> None:
    last_on = clock.today() + timedelta(days=1)
    agreed(cast, year, kind="withdrawal", reason="other", started_on=last_on, ended_on=None)
    assert year.next_on <= last_on
    page = browser(as_=cast.nqsw).visit("/my-year")
    lead = page.text[page.text.index("Your induction year ends on") :]
    assert "as everybody agreed." in lead
    assert "Falls away, as the year ends before it" in page.text
    calendar = page.visit(f"/inductions/{year.id}/calendar").text
    assert "Falls away" in calendar
    assert "Next comes: Final review" not in calendar
    assert "Your induction year ends on" in page.visit("/").text
    planner = browser(as_=cast.coordinator).visit("/inductions/observations").text
    assert "Third direct observation" not in planner
    assert "ends on" in browser(as_=cast.coordinator).visit(f"/inductions/{year.id}").text


def test_an_ending_is_taken_back_only_until_its_day_is_over(cast: Cast, year: Induction) -> None:
    change = agreed(cast, year, kind="withdrawal", reason="other",
                    started_on=clock.today(), ended_on=None)  # fmt: skip
    assert policies.reopen_induction(cast.coordinator, year)
    with clock.set_to(day=clock.today() + timedelta(days=1)):
        assert not policies.reopen_induction(cast.coordinator, year)
        assert not policies.withdraw_change(cast.coordinator, change)


def test_a_year_is_over_when_the_coordinator_says_so_on_its_last_day(
    cast: Cast, year: Induction
) -> None:
    with pytest.raises(NotPossibleError, match="The year ends on 28 June 2027"):
        operations.end_induction(cast.coordinator, year)
    with clock.set_to(day=date(2027, 7, 1)):
        operations.end_induction(cast.coordinator, year)
        assert (year.ended_on, year.ended_as) == (date(2027, 6, 28), "completed")
        assert not policies.see_induction(cast.assessor, year)
        operations.reopen_induction(cast.coordinator, year)
        assert policies.see_induction(cast.assessor, year)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"ended_on": date(2026, 12, 1)}, "must not be before the first"),
        ({"started_on": date(2026, 6, 1)}, "cannot begin before that day"),
        ({"started_on": date(2027, 9, 1), "ended_on": None}, "cannot begin after that day"),
        ({"started_on": date(2026, 9, 10)}, "paused from 7 September 2026 to 4 October 2026"),
        ({"reason": "left the profession"}, "Choose one of the reasons"),
        ({"kind": "extension", "reason": "time lost", "ended_on": None, "extends_by": 500},
         "within a year"),
        ({"kind": "withdrawal", "reason": "other", "ended_on": None,
          "started_on": date(2026, 6, 1)}, "Choose that day or a later one"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence(
    given: dict[str, Any], words: str, cast: Cast, year: Induction
) -> None:
    agreed(cast, year, started_on=date(2026, 9, 7), ended_on=date(2026, 10, 4))
    with pytest.raises(NotPossibleError, match=words):
        operations.propose_change(cast.nqsw, year, **(PAUSE | given))


def test_one_proposal_waits_at_a_time(cast: Cast, year: Induction) -> None:
    operations.propose_change(cast.nqsw, year, **PAUSE)
    with pytest.raises(NotPossibleError, match="waits to be agreed"):
        operations.propose_change(cast.assessor, year, **PAUSE)


def test_the_coordinator_writes_down_who_agreed_elsewhere(cast: Cast, year: Induction) -> None:
    change = operations.propose_change(cast.coordinator, year, **PAUSE)
    for part in ("worker", "assessor", "manager"):
        given = {"part": part, "means": "telephone", "agreed_on": date(2026, 11, 24)}
        operations.write_agreement_down(cast.coordinator, change, **given)
    assert change.is_in_force
    assert {each.recorded_by_id for each in change.agreements} == {cast.coordinator.id}


def test_the_four_are_told_and_never_why(cast: Cast, year: Induction) -> None:
    db.session.query(Notice).delete()
    agreed(cast, year)
    told = db.session.query(Notice).all()
    assert {notice.person_id for notice in told} == {
        cast.nqsw.id, cast.assessor.id, cast.manager.id, cast.coordinator.id
    }  # fmt: skip
    entries = db.session.query(AuditEntry).all()
    said = [notice.text for notice in told] + [str(entry.particulars) for entry in entries]
    assert "bereavement" not in " ".join(said).lower()


def test_whoever_is_away_finds_what_was_due_then_moved(cast: Cast, year: Induction) -> None:
    item = item_of(year, "observation-2")
    assert item.due_on == date(2026, 11, 27)
    days = {"started_on": date(2026, 11, 27), "ended_on": date(2026, 12, 4)}
    add_days_away(cast.nqsw, cast.nqsw, **days)
    assert item.due_on == date(2026, 12, 7)


def test_taken_on_in_mid_year_nothing_from_before_is_due_or_missed(cast: Cast) -> None:
    year = operations.enrol(
        cast.coordinator, cast.nqsw, programme=ASYE, started_on=START,
        fte=Decimal(1), assessor=cast.assessor, taken_on_on=date(2026, 11, 2),
    )  # fmt: skip
    db.session.flush()
    items = queries.items_of(year)
    before = [item for item in items if item.due_on < date(2026, 11, 2)]
    assert len(before) > 5
    assert all(item.earlier == "not known" and not item.is_waiting for item in before)
    assert year.next_on >= date(2026, 11, 2)
    one, other, *_ = before
    operations.note_earlier_items(
        cast.assessor, year, happened=[one.id], held_on={other.id: date(2026, 7, 10)}
    )
    assert (one.earlier, one.held_on) == ("happened", None)
    assert (other.earlier, other.held_on) == ("happened", date(2026, 7, 10))
    with pytest.raises(NotPossibleError, match="and before 2 November 2026"):
        operations.note_earlier_items(
            cast.assessor, year, happened=[], held_on={one.id: date(2026, 11, 3)}
        )


def test_probation_moves_only_by_hand(cast: Cast, year: Induction) -> None:
    operations.set_probation(cast.hr, year, date(2026, 12, 28))
    agreed(cast, year)
    assert year.probation_ends_on == date(2026, 12, 28)
    with pytest.raises(NotPossibleError, match="The year starts on"):
        operations.set_probation(cast.hr, year, date(2026, 1, 1))


Allowed = Callable[[Any, Any], bool]


def test_who_may_do_what_to_a_change(cast: Cast, year: Induction) -> None:
    change = operations.propose_change(cast.manager, year, **PAUSE)
    db.session.flush()

    def those(policy: Allowed, subject: Any) -> set[str]:
        return {name for name, person in vars(cast).items() if policy(person, subject)}

    four = {"nqsw", "assessor", "manager", "coordinator"}
    assert those(policies.see_change, change) == four | {"hr"}
    assert those(policies.calendar, year) == four | {"hr"}
    assert those(policies.propose_change, year) == four
    assert those(policies.agree_to_change, change) == four - {"manager"}
    assert those(policies.withdraw_change, change) == {"manager", "coordinator"}
    assert those(policies.write_agreement_down, change) == {"coordinator"}
    assert those(policies.set_probation, year) == {"manager", "coordinator", "hr"}
    assert those(policies.end_induction, year) == {"coordinator"}
    assert those(policies.reopen_induction, year) == set()
    assert those(policies.note_earlier_items, year) == set()
