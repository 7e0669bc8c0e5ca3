"""The coordinator's board: everybody under way, narrowed by an address, with what stands out."""

from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import board
from portal.induction.models import Induction
from portal.people.models import Post
from tests.factories.feedback import a_request, an_answer
from tests.factories.induction import ASYE, START, an_induction
from tests.factories.people import a_person, a_post

TODAY = date(2026, 11, 26)


def an_item(due_on: date) -> SimpleNamespace:
    return SimpleNamespace(title="First direct observation", due_on=due_on, booked_on=None)


def test_what_stands_out_is_said_with_its_reason():
    past = an_item(date(2026, 11, 16))
    assert board.flags(past, has_assessor=False, today=TODAY) == [
        "First direct observation was due on 16 November",
        "No assessor is chosen yet",
    ]
    assert board.flags(an_item(TODAY), has_assessor=True, today=TODAY) == []
    assert board.flags(None, has_assessor=True, today=TODAY) == []


def test_months_are_offered_once_each_the_latest_first():
    days = [date(2026, 6, 29), date(2026, 9, 1), date(2026, 6, 1), date(2025, 12, 1)]
    assert board.months_of(days) == [
        ("2026-09", "September 2026"), ("2026-06", "June 2026"), ("2025-12", "December 2025"),
    ]  # fmt: skip


def test_a_month_ends_where_the_next_begins_in_december_too():
    assert board.Sought(started="2026-12").first_days == (date(2026, 12, 1), date(2027, 1, 1))
    assert board.Sought().first_days is None


@pytest.mark.parametrize(
    "address",
    [
        {"team": "x"}, {"assessor": "../"}, {"started": "2026-13"}, {"started": "2026-1"},
        {"due": "late"}, {"started": "0000-01"},
    ],
)  # fmt: skip
def test_odd_words_in_an_address_narrow_nothing(address, cast, browser):
    assert not board.Sought.read(address).is_narrowed
    name, value = next(iter(address.items()))
    assert browser(as_=cast.coordinator).visit(f"/inductions?{name}={value}").status == 200


@pytest.fixture
def cohort(cast):
    """Two on the board: the cast's with an assessor since June, and Wren without since September."""
    wren = a_person(cast.worker, given="Wren", family="Silva")
    a_post(wren)
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor, started_on=START)
    an_induction(wren, by=cast.coordinator, started_on=date(2026, 9, 7))
    db.session.commit()
    return SimpleNamespace(june=cast.nqsw.name, september="Wren Silva", wren=wren)


def names_on(page) -> list[str]:
    rows = [each for each in page.all("th") if each.attrib.get("scope") == "row"]
    return ["".join(row.itertext()).strip() for row in rows]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("started=2026-09", "1 person who began in September 2026."),
        ("assessor=nobody", "1 person without an assessor."),
    ],
)
def test_the_board_is_narrowed_by_its_address(address, says, cast, cohort, browser):
    page = browser(as_=cast.coordinator).visit(f"/inductions?{address}")
    assert names_on(page) == [cohort.september]
    assert says in page.text


def test_the_board_is_narrowed_by_team_assessor_stage_and_by_what_was_due(cast, cohort, browser):
    mine = browser(as_=cast.coordinator)
    assert names_on(mine.visit(f"/inductions?assessor={cast.assessor.id}")) == [cohort.june]
    team = db.session.query(Post).filter_by(person_id=cohort.wren.id).one().unit_id
    assert cohort.september in names_on(mine.visit(f"/inductions?team={team}"))
    assert len(names_on(mine.visit("/inductions?due=was-due"))) == 2
    assert names_on(mine.visit("/inductions?due=soon")) == []
    assert len(names_on(mine.visit("/inductions?stage=First three months"))) == 2
    assert names_on(mine.visit("/inductions?stage=Six to twelve months")) == []
    assert mine.visit("/inductions?stage=No+such+stage").status == 200


def test_filters_are_chosen_in_a_form_and_taken_off_again(cast, cohort, browser):
    page = browser(as_=cast.coordinator).visit("/inductions")
    page = page.submit("Show these people", started="2026-06")
    assert names_on(page) == [cohort.june]
    assert len(names_on(page.follow("Remove: June 2026 ✕"))) == 2


def test_the_file_has_the_filters_of_the_page_and_says_what_stands_out(cast, cohort, browser):
    page = browser(as_=cast.coordinator).visit("/inductions?assessor=nobody")
    links = [each.attrib.get("href", "") for each in page.all("a")]
    link = next(each for each in links if "/inductions/export" in each)
    said = page.send("get", link).get_data(as_text=True)
    assert cohort.september in said
    assert cohort.june not in said
    assert "No assessor is chosen yet" in said


def test_an_assessor_sees_first_what_waits_on_them(cast, cohort, browser):
    mine = browser(as_=cast.assessor)
    page = mine.visit("/inductions")
    assert "Waits on you" in page.text
    assert f"{cohort.june}: first direct observation" in page.text
    assert cohort.september not in page.text
    assert "Waits on you" not in browser(as_=cast.coordinator).visit("/inductions").text
    assert "Waits on you" not in mine.visit("/inductions?due=was-due").text


def test_nobody_finds_a_year_by_a_filter_that_they_do_not_accompany(cast, cohort, browser):
    page = browser(as_=cast.assessor).visit("/inductions?started=2026-09")
    assert names_on(page) == []
    assert cohort.september not in page.text
    assert browser(as_=cast.worker).visit("/inductions").status == 403


def test_the_filter_of_stages_offers_those_of_the_programmes_people_are_on(cast, cohort, browser):
    mine = browser(as_=cast.coordinator).visit("/inductions")
    [box] = [each for each in mine.all("select") if each.attrib["id"] == "stage"]
    offered = [each.attrib["value"] for each in box]
    on = {stage.title for stage in ASYE.stages}
    assert set(offered) == on | {""}
    assert "Newly qualified level" not in offered


def test_the_sentence_stands_above_the_filters_and_comes_with_what_is_narrowed(
    cast, cohort, browser
):
    mine = browser(as_=cast.coordinator).visit("/inductions")
    assert mine.html.index('class="lead"') < mine.html.index("Narrow the list")
    part = mine.visit("/inductions?due=was-due", **{"HX-Request": "true"})
    assert 'id="inductions-lead" role="status" hx-swap-oob="outerHTML"' in part.html


def test_the_board_costs_few_statements(cast, cohort, browser, statements):
    mine = browser(as_=cast.coordinator).visit("/inductions")
    statements.clear()
    mine.visit("/inductions?stage=First three months&due=was-due")
    assert len(statements) <= 12, "\n".join(statements)


def test_feedback_that_waits_to_be_read_stands_among_what_waits(cast, cohort, browser):
    year = db.session.scalars(select(Induction).where(Induction.person_id == cast.nqsw.id)).one()
    an_answer(a_request(year, by=cast.nqsw), is_plain=False)
    db.session.commit()
    page = browser(as_=cast.assessor).visit("/inductions")
    page.follow("1 answer waits to be read by you first")
    assert page.url == "/feedback-to-read"
