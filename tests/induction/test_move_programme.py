"""Moving a year to another programme: previewed, confirmed, told, and no record is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import carrying, operations, programmes, queries
from portal.induction.calendar import DatedItem
from portal.induction.entry import NotPossibleError
from portal.induction.models import InductionItem
from portal.notices.models import Notice
from tests.cast import Cast
from tests.factories.induction import an_induction, held_until, item_of
from tests.factories.programmes import a_draft, a_published

ADULTS = programmes.pinned("asye-adults", "2026")
TWO_YEARS = programmes.pinned("early-career-programme", "2027-draft")
CWDC = programmes.pinned("cwdc-nqsw", "2008")


def a_year(cast: Cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held_until(year, date(2026, 9, 20), by=cast.assessor)
    return year


def records(year) -> list[tuple[str, date]]:
    found = db.session.query(InductionItem).filter_by(induction_id=year.id)
    return sorted((str(item.id), item.held_on) for item in found if item.held_on)


@pytest.mark.parametrize("programme", [ADULTS, TWO_YEARS, CWDC])
def test_every_record_survives_every_move(cast: Cast, programme) -> None:
    year = a_year(cast)
    before = records(year)
    assert before
    operations.move_programme(cast.coordinator, year, programme)
    db.session.flush()
    assert records(year) == before
    codes = [item.code for item in queries.items_of(year)]
    assert {item.code for item in programme.items} <= set(codes)
    assert {item.stage for item in queries.items_of(year)} <= {s.key for s in programme.stages}
    for item in queries.items_of(year):
        assert item.done_word


def test_there_and_back_again_loses_nothing(cast: Cast) -> None:
    year = a_year(cast)
    before, home = records(year), year.programme
    operations.move_programme(cast.coordinator, year, CWDC)
    operations.move_programme(cast.coordinator, year, home)
    db.session.flush()
    assert records(year) == before
    held = {item.code: item.held_on for item in queries.items_of(year)}
    assert {item.code for item in home.items} <= held.keys()


def test_what_is_carried_over_keeps_its_booked_day(cast: Cast) -> None:
    year = a_year(cast)
    operations.book_item(cast.assessor, item_of(year, "observation-2"), date(2026, 12, 3))
    operations.move_programme(cast.coordinator, year, ADULTS)
    assert item_of(year, "observation-2").booked_on == date(2026, 12, 3)


def test_the_year_has_its_new_end_and_next_day(cast: Cast) -> None:
    year = a_year(cast)
    operations.move_programme(cast.coordinator, year, TWO_YEARS)
    assert year.planned_end_on == date(2028, 6, 28)
    assert year.programme is TWO_YEARS


def test_the_coordinator_sees_what_changes_before_it_does(browser, cast: Cast) -> None:
    year = a_year(cast)
    page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/programme")
    page.follow("Move to another programme or version")
    page.submit("Show what would change", to="asye-adults 2026")
    assert "Falls away" in page.text
    assert "Second feedback from a child, young person or family" in page.text
    assert year.programme_key == "asye-child-and-family"
    page.submit("Move the year", to="asye-adults 2026")
    db.session.expire_all()
    assert year.programme_key == "asye-adults"
    assert "now on Assessed and supported year in employment: adults" in page.text
    told = [notice.text for notice in db.session.query(Notice).filter_by(person_id=cast.nqsw.id)]
    assert any("Your year is now on" in text for text in told)
    assert db.session.query(AuditEntry).filter_by(action="induction.programme_moved").one()


def test_a_year_is_not_moved_to_where_it_is(cast: Cast) -> None:
    year = a_year(cast)
    with pytest.raises(NotPossibleError, match="already"):
        operations.move_programme(cast.coordinator, year, year.programme)


def test_a_year_moves_to_a_programme_of_our_own_and_keeps_that_version(cast: Cast) -> None:
    year = a_year(cast)
    own = a_published(cast.coordinator)
    operations.move_programme(cast.coordinator, year, own.programme)
    db.session.commit()
    assert year.programme.name == own.name
    assert (year.programme_key, year.programme_version) == (own.key, "1")


def test_nobody_can_be_on_a_draft(cast: Cast) -> None:
    draft = a_draft(cast.coordinator)
    with pytest.raises(KeyError):
        programmes.pinned(draft.key, "1")
    assert draft.key not in {each.key for each in queries.offered(cast.hr.organisation_id)}


class Thing:
    def __init__(self, code: str, kind: str, due_on: date, held_on: date | None) -> None:
        self.code, self.kind, self.due_on, self.held_on = code, kind, due_on, held_on
        self.earlier = ""


ALL = [item for each in programmes.every() for item in each.items]


@given(
    st.lists(st.tuples(st.sampled_from(ALL), st.booleans()), max_size=25),
    st.sampled_from(programmes.every()),
)
def test_every_item_has_exactly_one_lot(drawn, programme) -> None:
    day = date(2026, 9, 1)
    things = [Thing(i.code, i.kind, day, day if held else None) for i, held in drawn]
    dated = [DatedItem(item, day) for item in programme.items]
    plan = carrying.plan(things, dated)
    lots = [thing for thing, _ in plan.carried] + [*plan.kept, *plan.away]
    assert sorted(map(id, lots)) == sorted(map(id, things))
    assert all(thing.held_on for thing in plan.kept)
    assert not any(thing.held_on for thing in plan.away)
    assert all(thing.kind == other.item.kind for thing, other in plan.carried)
    assert len(plan.carried) + len(plan.new) == len(dated)
