"""What ends with somebody, with a post or with cover: each of it leaves a line in the trail."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Cover, Person, Post, RoleHeld, Unit
from portal.people.operations import act_up, arrange_cover, end_cover
from portal.people.operations.leaving import leave
from portal.people.operations.posts import withdraw_post
from tests.cast import Cast
from tests.conftest import TODAY

JUNE = date(2027, 6, 30)


def post_of(person: Person) -> Post:
    return db.session.scalars(select(Post).where(Post.person_id == person.id)).one()


def covered(cast: Cast, first: date) -> Cover:
    """Leila covers for Tomasz, with the role of manager."""
    return arrange_cover(post_of(cast.manager), cast.hr, person=cast.worker, roles=["manager"],
                         started_on=first, ended_on=JUNE)  # fmt: skip


def written_by(deed: Callable[[], object]) -> list[str]:
    """The actions that this deed adds to the trail, in their order."""
    numbers = select(AuditEntry.number).order_by(AuditEntry.number.desc())
    last = db.session.scalars(numbers).first()
    deed()
    later = select(AuditEntry.action).where(AuditEntry.number > last)
    return list(db.session.scalars(later.order_by(AuditEntry.number)))


def test_what_ends_with_whoever_leaves_is_written_down(cast: Cast) -> None:
    covered(cast, TODAY)
    assert written_by(lambda: leave(cast.worker, cast.hr, last_on=date(2027, 3, 31))) == [
        "people.person_left", "people.role_ended", "people.role_ended", "people.cover_ended",
    ]  # fmt: skip


def test_cover_that_has_not_begun_goes_with_whoever_leaves_and_so_does_what_it_lent(
    cast: Cast,
) -> None:
    covered(cast, date(2027, 5, 1))
    leave(cast.worker, cast.hr, last_on=date(2027, 3, 31))
    assert not db.session.query(Cover).count()
    assert not db.session.query(RoleHeld).filter_by(person_id=cast.worker.id, role="manager").all()


def test_the_roles_that_cover_lent_are_written_down_when_it_ends(cast: Cast) -> None:
    cover = covered(cast, TODAY)
    assert written_by(lambda: end_cover(cover, cast.hr)) == [
        "people.cover_ended", "people.role_ended",
    ]  # fmt: skip


def test_the_roles_of_a_post_that_is_taken_back_are_written_down(cast: Cast) -> None:
    a_unit = db.session.get_one(Unit, post_of(cast.hr).unit_id)
    post = act_up(cast.worker, cast.hr, unit=a_unit, job_title="Team Manager",
                  basis="acting up", started_on=date(2027, 5, 1), ended_on=JUNE,
                  roles=["manager"])  # fmt: skip
    assert written_by(lambda: withdraw_post(post, cast.hr)) == [
        "people.role_ended", "people.post_withdrawn",
    ]  # fmt: skip
    assert not db.session.query(RoleHeld).filter_by(post_id=post.id).count()
    told = {one.text for one in db.session.query(Notice).filter_by(person_id=cast.worker.id)}
    assert f"You will not be acting up as Team Manager, {a_unit.name} after all." in told
