"""Two who look like one person and are two: put aside with who and when, and taken back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from portal.audit.models import AuditEntry
from portal.clock import today
from portal.database import db
from portal.people.models import Person, TwoPeople
from portal.people.quality.judging import FELLOWS, Known, likely_twice
from portal.people.queries import quality
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person

Open = Callable[..., Browser]
PAGE = "/people/quality?kind=twice"
SINCE = date(2020, 9, 1)


@pytest.fixture
def namesakes(cast: Cast) -> tuple[Person, Person]:
    one, other = (
        a_person(cast.hr, given="Anwen", family="Rees", email=f"{name}@riverside.example",
                 service_started_on=SINCE)
        for name in ("anwen", "rees")
    )  # fmt: skip
    db.session.commit()
    return one, other


def looked_at(person: Person) -> bool:
    db.session.rollback()
    return person.id in quality.findings(person.organisation_id, today()).twice


def put_aside(page: Browser) -> Browser:
    return page.visit(PAGE).submit("They are two people Anwen Rees and Anwen Rees")


def test_a_pair_is_put_aside_with_who_and_when_and_taken_back(
    cast: Cast, browser: Open, namesakes: tuple[Person, Person]
) -> None:
    assert looked_at(namesakes[0])
    page = browser(as_=cast.hr)
    put_aside(page)
    assert "Put aside: Anwen Rees and Anwen Rees are two people." in page.text
    assert not any(looked_at(each) for each in namesakes)
    page.visit("/people/quality").follow("put aside")
    assert "26 November 2026" in page.text
    assert cast.hr.name in page.text
    page.submit("Take back that Anwen Rees and Anwen Rees are two people")
    assert "Nobody has been put aside." in page.text
    assert all(looked_at(each) for each in namesakes)
    actions = [each.action for each in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert actions == ["people.told_apart", "people.told_apart_withdrawn"]


def test_the_same_said_twice_and_from_both_sides_is_one_deed(
    cast: Cast, browser: Open, namesakes: tuple[Person, Person]
) -> None:
    one, other = namesakes
    page = browser(as_=cast.hr)
    for each, fellow in ((one, other), (one, other), (other, one)):
        page.post(f"/people/{each.id}/two-people", other=str(fellow.id))
    assert db.session.query(TwoPeople).count() == 1
    assert db.session.query(AuditEntry).count() == 1


@pytest.mark.parametrize("other", ["", "nobody", str(UUID(int=7)), "themself", "elsewhere"])
def test_whoever_is_not_here_is_told_apart_from_nobody(
    other: str, cast: Cast, browser: Open, namesakes: tuple[Person, Person]
) -> None:
    one, _ = namesakes
    known = {"themself": str(one.id), "elsewhere": str(cast.harbour_hr.id)}
    page = browser(as_=cast.hr)
    assert page.post(f"/people/{one.id}/two-people", other=known.get(other, other)).status == 400
    assert db.session.query(TwoPeople).count() == 0


@pytest.mark.parametrize("who", ["coordinator", "manager", "worker"])
def test_nobody_but_hr_and_administrators_says_so(
    who: str, cast: Cast, browser: Open, namesakes: tuple[Person, Person]
) -> None:
    one, other = namesakes
    page = browser(as_=getattr(cast, who))
    assert page.visit("/people/quality/two-people").status == 403
    assert page.post(f"/people/{one.id}/two-people", other=str(other.id)).status == 403


def test_who_is_told_apart_is_alike_still_with_the_others() -> None:
    one, two, three = (Known(UUID(int=n), "Ann Bell", "", SINCE) for n in (1, 2, 3))
    found = likely_twice([one, two, three], {(one.id, two.id)})
    assert found == {one.id: {three.id}, two.id: {three.id}, three.id: {one.id, two.id}}
    assert likely_twice([one, two], {(one.id, two.id)}) == {}


def test_those_who_were_told_apart_leave_room_for_others_to_be_named() -> None:
    people = [Known(UUID(int=n), "Ann Bell", "", SINCE) for n in range(FELLOWS + 3)]
    apart = {(people[0].id, each.id) for each in people[1:3]}
    assert len(likely_twice(people, apart)[people[0].id]) == FELLOWS
