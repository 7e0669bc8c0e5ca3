"""Who is newly qualified: the rule on plain values, and the same asked in bulk."""

from datetime import date, timedelta
from itertools import product

import pytest
from sqlalchemy import select

from portal.database import db
from portal.people.models import Person, Post
from portal.people.newly_qualified import is_newly_qualified, says_so
from portal.people.queries import newly_qualified
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.people import a_person, a_post, a_role

DAY = timedelta(days=1)
YEAR_AGO = TODAY - timedelta(days=365)


@pytest.mark.parametrize(
    "title",
    [
        "Newly Qualified Social Worker",
        "NQSW",
        "Social Worker (ASYE)",
        "newly qualified Practitioner",
    ],
)
def test_a_title_that_says_so(title: str) -> None:
    assert says_so(title)


@pytest.mark.parametrize("title", ["Social Worker", "ASYE Assessor", "Senior Social Worker", ""])
def test_a_title_that_does_not(title: str) -> None:
    assert not says_so(title)


def somebody(qualified_on: date | None) -> Person:
    return Person(qualified_on=qualified_on, roles_held=[])


def job(title: str = "NQSW", started_on: date = TODAY, **facts: date) -> Post:
    return Post(job_title=title, started_on=started_on, **facts)


@pytest.mark.parametrize(
    ("qualified_on", "posts", "expected"),
    [
        (None, [], False),
        (TODAY, [], True),
        (YEAR_AGO + DAY, [], True),
        (YEAR_AGO, [job()], False),
        (None, [job()], True),
        (None, [job(started_on=YEAR_AGO + DAY)], True),
        (None, [job(started_on=YEAR_AGO)], False),
        (None, [job(started_on=TODAY, began_on=YEAR_AGO)], False),
        (None, [job(started_on=TODAY + 30 * DAY)], True),
        (None, [job(started_on=TODAY - 9 * DAY, ended_on=TODAY - DAY)], False),
        (TODAY + 9 * DAY, [job()], True),
        (None, [job("Social Worker")], False),
    ],
)
def test_the_rule(qualified_on: date | None, posts: list[Post], expected: bool) -> None:
    assert is_newly_qualified(somebody(qualified_on), posts, TODAY) is expected


def test_asked_in_bulk_it_is_the_same(cast: Cast) -> None:
    awards = (None, YEAR_AGO, YEAR_AGO + DAY, TODAY, TODAY + DAY)
    begun = (YEAR_AGO, YEAR_AGO + DAY, TODAY, TODAY + DAY)
    for number, (award, since, title) in enumerate(product(awards, begun, ("NQSW", "Adviser"))):
        one = a_person(cast.hr, given=f"Person {number}", qualified_on=award)
        ended = since if number % 7 == 0 else None
        began = since - 9 * DAY if number % 5 == 0 else None
        a_post(one, job_title=title, started_on=since, ended_on=ended, began_on=began)
        if number % 11 == 0:
            a_role(one, "nqsw")
    db.session.commit()
    everybody = db.session.query(Person).filter_by(organisation_id=cast.hr.organisation_id).all()
    posts = {
        each.id: db.session.query(Post).filter_by(person_id=each.id).all() for each in everybody
    }
    own = newly_qualified(cast.hr.organisation_id, TODAY)
    picked = set(db.session.scalars(select(Person.id).where(own)))
    assert picked == {
        each.id for each in everybody if is_newly_qualified(each, posts[each.id], TODAY)
    }
    assert cast.nqsw.id in picked
    assert 10 < len(picked) < len(everybody)
