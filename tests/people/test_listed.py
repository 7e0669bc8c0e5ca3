"""Posts, roles and strengths always say of their person where they stand in lists."""

from datetime import date

import pytest
from sqlalchemy import select

from portal.database import db
from portal.people import operations, queries
from portal.people.models import LISTED, Person, PersonStrength, Post
from portal.people.queries.listed import listed
from portal.people.sought import Sought
from tests.cast import Cast
from tests.factories.people import a_person, a_post, a_role


def astray() -> list[tuple[str, str, str]]:
    """The rows that say another place than their person's, in every table that says one."""
    found = []
    for model in LISTED:
        own = Person.id == model.person_id
        rows = select(model.sort_key, Person.sort_key).outerjoin(Person, own)
        told = db.session.execute(rows).all()
        found += [(model.__tablename__, *row) for row in told if row[0] != (row[1] or "")]
    return found


@pytest.fixture
def wren(cast: Cast) -> Person:
    wren = a_person(cast.hr, given="Wren", family="Silva")
    a_post(wren, job_title="Family Worker")
    a_role(wren, "mentor")
    operations.edit_profile(wren, version=wren.version, strengths=["neglect"])
    db.session.flush()
    return wren


def test_what_somebody_has_says_where_they_stand(cast: Cast, wren: Person) -> None:
    places = [db.session.scalars(select(m.sort_key).filter_by(person_id=wren.id)) for m in LISTED]
    assert [list(each) for each in places] == [["silva wren"]] * 3
    assert astray() == []


def test_another_name_takes_it_all_along(cast: Cast, wren: Person) -> None:
    operations.edit_person(wren, cast.hr, family_name="Aardvark")
    place = select(Post.sort_key).filter_by(person_id=wren.id)
    assert db.session.scalars(place).all() == ["aardvark wren"]
    assert astray() == []
    shown = listed(cast.hr.organisation_id, Sought(role="mentor"))
    assert shown is not None
    assert shown.page.rows[0].name == "Wren Aardvark"


def test_a_post_that_is_taken_over_stands_with_who_has_it(cast: Cast, wren: Person) -> None:
    post = db.session.scalars(select(Post).filter_by(person_id=wren.id)).one()
    post.person_id = None
    db.session.flush()
    assert (post.sort_key, astray()) == ("", [])
    post.person_id = cast.worker.id
    db.session.flush()
    assert (post.sort_key, astray()) == ("taylor leila", [])


def test_who_left_is_not_on_the_first_page_and_not_counted(cast: Cast, wren: Person) -> None:
    gone = a_person(cast.hr, given="Wren", family="Gone", left_on=date(2020, 1, 1))
    own = {"organisation_id": gone.organisation_id, "person_id": gone.id}
    db.session.add(PersonStrength(**own, strength="neglect"))
    db.session.flush()
    shown = queries.shown(cast.hr.organisation_id, Sought(strength="neglect"))
    assert ([line.name for line in shown.page.rows], shown.number) == (["Wren Silva"], 1)
