"""Moving a year to another programme: previewed, confirmed, told, and no record is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import carrying, operations, policies, programmes, queries
from portal.induction.calendar import DatedItem
from portal.induction.entry import NotPossibleError
from portal.induction.models import InductionItem
from portal.induction.programmes import writing
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


def proposed(browser, cast: Cast, year):
    page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/programme")
    page.follow("Propose another programme or version")
    page.submit("Show what would change", to="asye-adults 2026")
    assert "Falls away" in page.text
    assert "Second feedback from a child, young person or family" in page.text
    return page.submit("Propose the move", to="asye-adults 2026")


def told(person) -> list[str]:
    return [notice.text for notice in db.session.query(Notice).filter_by(person_id=person.id)]


def test_a_year_moves_only_when_its_person_agrees_to_what_they_see(browser, cast: Cast) -> None:
    year = a_year(cast)
    page = proposed(browser, cast, year)
    assert "has been told, and decides" in page.text
    db.session.expire_all()
    assert year.programme_key == "asye-child-and-family"
    assert any("You decide." in text for text in told(cast.nqsw))
    mine = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/programme")
    mine.follow("See what would change")
    assert "Whatever is recorded stays recorded" in mine.text
    assert mine.submit("Answer").status == 422
    mine.submit("Answer", answer="yes")
    db.session.expire_all()
    assert year.programme_key == "asye-adults"
    assert "now on Assessed and supported year in employment: adults" in mine.text
    assert any("agreed: the year is now on" in text for text in told(cast.coordinator))
    assert any("agreed: the year is now on" in text for text in told(cast.assessor))
    actions = {entry.action for entry in db.session.query(AuditEntry)}
    assert {"induction.move_proposed", "induction.programme_moved", "induction.move_agreed"} <= (
        actions
    )


def test_whoever_says_no_keeps_the_programme_as_it_is(browser, cast: Cast) -> None:
    year = a_year(cast)
    before = [(item.code, item.due_on) for item in queries.items_of(year)]
    proposed(browser, cast, year)
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/proposed-move")
    page.submit("Answer", answer="no")
    assert "Your year stays on" in page.text
    db.session.expire_all()
    assert [(item.code, item.due_on) for item in queries.items_of(year)] == before
    assert any("keeps the programme" in text for text in told(cast.coordinator))
    assert "No move waits" in page.visit(f"/inductions/{year.id}/proposed-move").text


def test_an_answer_to_a_proposal_that_was_replaced_is_asked_for_again(browser, cast) -> None:
    year = a_year(cast)
    first = operations.propose_move(cast.coordinator, year, ADULTS)
    db.session.commit()
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/proposed-move")
    operations.withdraw_move(cast.coordinator, first)
    operations.propose_move(cast.coordinator, year, TWO_YEARS)
    db.session.commit()
    page.submit("Answer", answer="yes")
    assert page.status == 409
    assert year.programme_key == "asye-child-and-family"
    page.submit("Answer", answer="yes")
    db.session.expire_all()
    assert year.programme is TWO_YEARS


def test_a_proposal_that_was_taken_back_is_not_answered(browser, cast: Cast) -> None:
    year = a_year(cast)
    operations.propose_move(cast.coordinator, year, ADULTS)
    db.session.commit()
    mine = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/proposed-move")
    page = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/proposed-move")
    page.submit("Take the proposal back")
    assert "The year stays as it is" in page.text
    assert "Nothing has changed" in mine.submit("Answer", answer="yes").text
    db.session.expire_all()
    assert year.programme_key == "asye-child-and-family"


def test_one_proposal_waits_at_a_time(cast: Cast) -> None:
    year = a_year(cast)
    operations.propose_move(cast.coordinator, year, ADULTS)
    with pytest.raises(NotPossibleError, match="Take it back first"):
        operations.propose_move(cast.coordinator, year, TWO_YEARS)


@pytest.mark.parametrize("who", ["assessor", "manager", "coordinator", "hr"])
def test_nobody_answers_for_the_person(cast: Cast, who: str) -> None:
    assert not policies.answer_move(getattr(cast, who), a_year(cast))


def test_what_was_held_stays_when_the_next_version_leaves_it_out(browser, cast: Cast) -> None:
    first = a_published(cast.coordinator)
    year = an_induction(cast.nqsw, by=cast.coordinator, programme=first.programme)
    held = item_of(year, "document-1")
    operations.record_item_held(cast.coordinator, held, date(2026, 9, 10))
    draft = operations.begin_version(cast.coordinator, first)
    content = draft.content
    for code in ("document-1", "document-2", "document-3"):
        content = writing.without_item(content, code)
    operations.change_programme(cast.coordinator, draft, content, "items")
    operations.publish_programme(cast.coordinator, draft)
    operations.propose_move(cast.coordinator, year, draft.programme)
    db.session.commit()
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/proposed-move")
    assert "Kept with its record" in page.text
    page.submit("Answer", answer="yes")
    db.session.expire_all()
    kept = db.session.get_one(InductionItem, held.id)
    assert (kept.held_on, kept.fell_away_on) == (date(2026, 9, 10), None)
    assert kept in queries.items_of(year)
    assert page.visit("/my-year").status == 200


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
