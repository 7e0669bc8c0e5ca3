"""The pages of those who accompany people: enrolling them, and the list by what is due next."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import operations, policies, queries
from portal.induction.models import Induction
from portal.people.models import Person, PersonWord, Post, RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import ASYE, START, an_induction, held_until

Open = Callable[..., Browser]
DOCUMENT = date(2026, 11, 13)


@pytest.fixture
def year(cast: Cast) -> Induction:
    """Amira's year in week 22, with one thing that was due."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held_until(year, DOCUMENT, by=cast.coordinator)
    db.session.commit()
    return year


def test_the_coordinator_enrols_whom_the_portal_suggests(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions").follow("Enrol people")
    assert "Amira Khan, Newly Qualified Social Worker" in page.text
    assert "Leila Taylor" not in page.text
    person, assessor = str(cast.nqsw.id), str(cast.assessor.id)
    answers = {"people": [person], "start": "other", "assessor": assessor}
    page.submit("Show the dates first", **answers, started_on="29 6 2026")
    assert "Amira Khan: 52 weeks" in page.text
    assert "Second direct observation: Friday 27 November 2026" in page.text
    assert db.session.scalar(select(Induction)) is None
    page.submit("Enrol")
    assert page.heading == "Amira Khan"
    assert "Amira Khan is enrolled, and has been told." in page.text
    assert "Week 22 of 52" in page.text


def test_somebody_else_is_found_by_name_and_keeps_the_ticks(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page.submit("Find", people=[str(cast.nqsw.id)], q="tayl")
    assert "Leila Taylor, Social Worker" in page.text
    people = [str(cast.nqsw.id), str(cast.worker.id)]
    page.submit("Enrol", people=people, start="other", started_on="4 1 2027")
    assert page.url == "/inductions"
    assert "2 people are enrolled, and have been told." in page.text
    assert "Not started yet" in page.text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Choose at least one person"),
        ({"start": "other", "started_on": ""}, "Enter the first day"),
        ({"start": "other", "started_on": "31 9 2026"}, "That date does not exist"),
        ({"start": "other", "started_on": "1 1 2020"}, "Choose a later first day"),
        ({"start": "post"}, "Amira Khan would have started on 1 January 2024"),
    ],
)
def test_what_cannot_be_enrolled_is_said_beside_the_field(
    browser: Open, cast: Cast, answers: dict[str, str], said: str
) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    people = {"people": [str(cast.nqsw.id)]} if answers else {}
    page.submit("Enrol", **people, **answers)
    assert page.status == 422
    assert said in page.text
    assert db.session.scalar(select(Induction)) is None


def test_a_form_sent_twice_enrols_once(browser: Open, cast: Cast) -> None:
    answers = {
        "people": [str(cast.nqsw.id)],
        "programme": f"{ASYE.key} {ASYE.version}",
        "start": "other",
        "started_on": "29 6 2026",
        "form_key": "0123456789abcdef",
    }
    page = browser(as_=cast.coordinator)
    first = page.post("/inductions/new", **answers).url
    assert page.post("/inductions/new", **answers).url == first
    assert page.heading == "Amira Khan"


def test_nobody_of_another_organisation_can_be_enrolled(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.coordinator).visit("/inductions/new")
    page.submit("Enrol", people=[str(cast.harbour_nqsw.id)])
    assert page.status == 422
    assert db.session.scalar(select(Induction)) is None


def test_the_list_and_the_policy_agree(cast: Cast, year: Induction) -> None:
    an_induction(cast.worker, by=cast.coordinator)
    over = an_induction(cast.coach, by=cast.coordinator, assessor=cast.assessor)
    over.ended_on = date(2026, 11, 1)
    theirs = an_induction(cast.harbour_nqsw, by=cast.harbour_hr)
    db.session.flush()
    everything = list(db.session.scalars(select(Induction)).unique())
    assert theirs in everything
    for person in cast:
        visible = set(db.session.scalars(queries.visible_inductions(person)).unique())
        assert visible == {one for one in everything if policies.see_induction(person, one)}


def test_the_list_is_by_what_is_due_next(browser: Open, cast: Cast, year: Induction) -> None:
    an_induction(cast.worker, by=cast.coordinator, started_on=date(2026, 11, 9))
    page = browser(as_=cast.coordinator).visit("/inductions")
    assert "Second assessed written document Was due 13 November" in page.text
    assert page.text.index("Leila Taylor") > page.text.index("Amira Khan")
    assert page.visit("/inductions?q=zzz").status == 200
    assert "Nobody here is called “zzz”." in page.text
    assert "Leila Taylor" in page.visit("/inductions?q=leil").text


def test_a_list_with_nobody_says_so(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.assessor).visit("/inductions")
    assert "You accompany nobody through an induction year." in page.text
    page = browser(as_=cast.coordinator).visit("/inductions")
    assert "Nobody is in an induction year yet." in page.text


def crowd(cast: Cast, number: int) -> None:
    """So many more newly qualified workers, each in a year of their own or about to be."""
    own = {"organisation_id": cast.nqsw.organisation_id}
    unit = db.session.scalars(select(Post.unit_id).where(Post.person_id == cast.nqsw.id)).one()
    people = [
        Person(**own, given_names=f"Given{n}", family_name=f"Family{n}") for n in range(number)
    ]
    db.session.add_all(people)
    db.session.flush()
    for person in people:
        who = {**own, "person_id": person.id, "started_on": START}
        db.session.add_all([
            Post(**who, unit_id=unit, job_title="Newly Qualified Social Worker", fte=1),
            RoleHeld(**who, role="nqsw"),
            PersonWord(**own, person_id=person.id, word="given", sort_key="", names=" given"),
        ])  # fmt: skip
    entrants = [operations.Entrant(person, START, Decimal(1)) for person in people[::2]]
    operations.enrol_each(cast.coordinator, entrants, programme=ASYE, assessor=cast.assessor)
    db.session.commit()


def test_searching_takes_as_many_statements_in_a_crowd(
    browser: Open, cast: Cast, year: Induction, statements: list[str]
) -> None:
    pages = ["/inductions?q=given", "/inductions/new", "/inductions/new?q=given"]

    def counts() -> list[int]:
        found = []
        page = browser(as_=cast.coordinator)
        for path in pages:
            page.visit(path)
            statements.clear()
            assert page.visit(path).status == 200
            found.append(len(statements))
        return found

    crowd(cast, 6)
    few = counts()
    crowd(cast, 114)
    assert counts() == few
    assert max(few) <= 12
