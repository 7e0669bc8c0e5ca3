"""The pages of the induction year, as people use them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import operations, policies, queries
from portal.induction.models import Induction, InductionItem
from portal.people.models import Person, PersonWord, Post, RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import ASYE, START, an_induction, held_until, item_of
from tests.inspection import text_of

Open = Callable[..., Browser]
DOCUMENT = date(2026, 11, 13)


@pytest.fixture
def year(cast: Cast) -> Induction:
    """Amira's year in week 22: one thing was due, and an observation is agreed for Monday."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held_until(year, DOCUMENT, by=cast.coordinator)
    operations.book_item(cast.nqsw, item_of(year, "observation-2"), date(2026, 11, 30))
    db.session.commit()
    return year


def test_my_year_says_where_i_stand(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit("/my-year")
    assert page.heading == "My year"
    assert "Week 22 of 52" in page.text
    assert (
        "Your second direct observation is on Monday; one thing was due on 13 November."
    ) in page.text
    figures = [text_of(figure) for figure in page.all("li") if "stat" in figure.get("class", "")]
    assert figures == [
        "11 of 27things done this year",
        "1 of 3direct observations",
        "2 of 3feedback from families",
        "24 December6 month review",
    ]
    assert "%" not in page.text
    assert "Agreed for Monday 30 November 2026" in page.text
    assert "Only if it is needed" in page.text


def test_without_a_year_my_year_says_what_will_be_here(browser: Open, cast: Cast) -> None:
    page = browser(as_=cast.worker).visit("/my-year")
    assert "You are not in an induction year." in page.text
    page = browser(as_=cast.coordinator).visit("/my-year")
    page.follow("Inductions")
    assert page.url == "/inductions"


def test_i_record_my_own_item_and_take_it_back(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit("/my-year").follow("Record as assessed")
    assert page.heading == "Second assessed written document"
    page.submit("Save as assessed")
    assert page.url == "/my-year"
    assert "Second assessed written document: recorded as assessed today." in page.text
    assert "Assessed on 26 November 2026, recorded by you" in page.text
    page.follow("Second assessed written document").submit("Take back")
    assert "Second assessed written document: no longer recorded." in page.text
    assert "one thing was due on 13 November" in page.text


def test_the_assessor_sees_the_year_under_the_persons_name(
    browser: Open, cast: Cast, year: Induction
) -> None:
    page = browser(as_=cast.assessor).visit("/inductions").follow("Amira Khan")
    assert page.heading == "Amira Khan"
    assert "The second direct observation is on Monday" in page.text
    assert "Dan Okoro" in page.text
    assert "Rosa Adeyemi" in page.text
    page.follow("6 month review").submit("Save as held", held_on="25 11 2026")
    assert page.url == f"/inductions/{year.id}"
    assert "recorded as held on Wednesday 25 November 2026" in page.text


def test_the_manager_sees_but_does_not_record(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}")
    assert page.status == 200
    assert "Record as" not in page.text
    item = item_of(year, "document-2")
    assert page.visit(f"/inductions/items/{item.id}/holding").status == 403


@pytest.mark.parametrize("who", ["coach", "worker", "hr", "panel", "admin", "harbour_hr"])
def test_others_do_not_see_it(browser: Open, cast: Cast, year: Induction, who: str) -> None:
    expected = 404 if who == "harbour_hr" else 403
    person = getattr(cast, who)
    item = item_of(year, "document-2")
    page = browser(as_=person)
    assert page.visit(f"/inductions/{year.id}").status == expected
    assert page.visit(f"/inductions/items/{item.id}/holding").status == expected
    assert page.visit(f"/inductions/items/{item.id}/booking").status == expected


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "Enter the day"),
        ("30 2 2026", "That date does not exist"),
        ("27 11 2026", "This day is still to come"),
        ("1 6 2026", "The induction year starts on 29 June 2026"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_the_field(
    browser: Open, cast: Cast, year: Induction, written: str, said: str
) -> None:
    item = item_of(year, "document-2")
    page = browser(as_=cast.nqsw).visit(f"/inductions/items/{item.id}/holding")
    page.submit("Save as assessed", held_on=written)
    assert page.status == 422
    assert said in page.text
    assert f'value="{written}"' in page.html or not written


def test_two_who_record_different_days_are_told(
    browser: Open, cast: Cast, year: Induction, commit: Callable[[], None]
) -> None:
    item = item_of(year, "document-2")
    page = browser(as_=cast.nqsw).visit(f"/inductions/items/{item.id}/holding")
    operations.record_item_held(cast.assessor, item, date(2026, 11, 20))
    commit()
    page.submit("Save as assessed", held_on="24 11 2026")
    assert page.status == 409
    assert "It now says: assessed on Friday 20 November 2026" in page.text
    assert 'value="24 11 2026"' in page.html
    page.submit("Save as assessed")
    assert page.status == 200
    assert "Assessed on 24 November 2026, recorded by you" in page.text


def test_the_same_day_recorded_twice_is_harmless(
    browser: Open, cast: Cast, year: Induction, commit: Callable[[], None]
) -> None:
    item = item_of(year, "document-2")
    page = browser(as_=cast.nqsw).visit(f"/inductions/items/{item.id}/holding")
    operations.record_item_held(cast.assessor, item, TODAY)
    commit()
    page.submit("Save as assessed")
    assert page.status == 200
    assert "recorded by Dan Okoro" in page.text


def test_a_day_is_agreed_and_moved(browser: Open, cast: Cast, year: Induction) -> None:
    page = browser(as_=cast.nqsw).visit("/my-year").follow("Agree a day")
    assert page.heading == "Second assessed written document"
    page.submit("Save the day", booked_on="25/11/26")
    assert page.status == 422
    assert "This day has passed" in page.text
    page.submit("Save the day", booked_on="1 Dec 2026")
    assert "Second assessed written document: agreed for Tuesday 1 December 2026." in page.text
    assert "was due on" not in page.text


def test_htmx_gets_the_form_then_only_what_changed(
    browser: Open, cast: Cast, year: Induction
) -> None:
    item = item_of(year, "document-2")
    address = f"/inductions/items/{item.id}/holding"
    page = browser(as_=cast.nqsw)
    form = page.send("get", address, headers={"HX-Request": "true"}).get_data(as_text=True)
    assert form.count("<form") == 1
    assert "<h1" not in form
    assert len(form) < 8192
    answers = {"csrf_token": page.token(), "version": "1", "held_on": "26 11 2026"}
    headers = {"HX-Request": "true"}
    refused = page.send("post", address, data={**answers, "held_on": ""}, headers=headers)
    assert refused.status_code == 422
    saved = page.send("post", address, data=answers, headers=headers).get_data(as_text=True)
    assert f'id="item-{item.id}"' in saved
    assert 'id="standing"' in saved
    assert "Your second direct observation is on Monday." in saved
    assert len(saved) < 8192


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
    an_induction(cast.worker, by=cast.coordinator, started_on=date(2026, 11, 2))
    page = browser(as_=cast.coordinator).visit("/inductions")
    assert "Second assessed written document was due 13 November" in page.text
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
            PersonWord(**own, person_id=person.id, word="given"),
        ])  # fmt: skip
    entrants = [operations.Entrant(person, START, Decimal(1)) for person in people[::2]]
    operations.enrol_each(cast.coordinator, entrants, programme=ASYE, assessor=cast.assessor)
    db.session.commit()


def test_pages_take_as_many_statements_for_600_people_as_for_60(
    browser: Open, cast: Cast, year: Induction, statements: list[str]
) -> None:
    item = db.session.scalars(
        select(InductionItem.id).where(
            InductionItem.induction_id == year.id, InductionItem.code == "document-2"
        )
    ).one()
    pages = [
        (cast.nqsw, "/my-year"),
        (cast.worker, "/my-year"),
        (cast.assessor, f"/inductions/{year.id}"),
        (cast.coordinator, "/inductions"),
        (cast.coordinator, "/inductions?q=given"),
        (cast.manager, "/inductions"),
        (cast.coordinator, "/inductions/new"),
        (cast.coordinator, "/inductions/new?q=given"),
        (cast.nqsw, f"/inductions/items/{item}/holding"),
        (cast.nqsw, f"/inductions/items/{item}/booking"),
    ]

    def counts() -> list[int]:
        found = []
        for person, path in pages:
            page = browser(as_=person).visit(path)
            statements.clear()
            assert page.visit(path).status == 200
            found.append(len(statements))
        return found

    crowd(cast, 60)
    few = counts()
    crowd(cast, 540)
    assert counts() == few
    assert max(few) <= 12, dict(zip([path for _, path in pages], few, strict=True))
