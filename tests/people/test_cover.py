"""Covering the work of a post: what it opens, for how long, and who may arrange it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from portal import clock
from portal.database import db
from portal.notices.models import Notice
from portal.people import queries
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.operations import NotPossibleError, arrange_cover, change_cover, end_cover
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import NOW, TODAY
from tests.factories.induction import an_induction
from tests.factories.people import a_person, a_post, a_role

Open = Callable[..., Browser]
LAST = date(2026, 12, 31)


def post_of(person: Person) -> Post:
    return db.session.query(Post).filter_by(person_id=person.id).one()


def cover_of(cast: Cast, **facts: object) -> Cover:
    """Tom covers for Rosa until the end of the year, as HR arranged."""
    given = {"person": cast.consultant, "started_on": TODAY, "ended_on": LAST} | facts
    return arrange_cover(post_of(cast.manager), cast.hr, **given)  # type: ignore[arg-type]


def told(person: Person) -> list[str]:
    return [one.text for one in db.session.query(Notice).filter_by(person_id=person.id)]


def test_hr_arranges_cover_and_both_are_told(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.manager.id}").follow("Arrange cover")
    assert "Rosa Adeyemi holds this post" in page.text
    page.submit(
        "Arrange cover", person="other", person_q="consultant@riverside.example",
        ended_on="31/12/2026", roles=["manager"],
    )  # fmt: skip
    assert page.status == 200, page.text
    assert "Covers for Rosa Adeyemi until 31 December 2026" in page.text
    assert "Team manager" in told(cast.consultant)[0]
    assert "until Thursday 31 December 2026" in told(cast.manager)[0]
    lent = db.session.query(RoleHeld).filter_by(person_id=cast.consultant.id, role="manager").one()
    assert (lent.ended_on, lent.granted_by_id) == (LAST, cast.hr.id)
    holder = browser(as_=cast.worker).visit(f"/people/{cast.manager.id}")
    assert "Covered by Tom Varga until 31 December 2026" in holder.text
    assert "Change or end" not in holder.text


def test_a_name_that_several_have_is_offered_and_nothing_is_saved(
    cast: Cast, browser: Open
) -> None:
    a_person(cast.hr, given="Tomasina", family="Reed")
    page = browser(as_=cast.hr).visit(f"/posts/{post_of(cast.manager).id}/cover")
    page.submit("Arrange cover", person="other", person_q="tom", ended_on="31/12/2026")
    assert page.status == 422
    assert "Choose which person you mean by “tom”" in page.text
    assert 'value="31/12/2026"' in page.html
    assert not db.session.query(Cover).count()


def test_while_it_lasts_whoever_covers_counts_as_manager(cast: Cast, browser: Open) -> None:
    cast.nqsw.staff_number = "00100200"
    cover_of(cast, started_on=TODAY + timedelta(days=1))
    year = an_induction(by=cast.coordinator, person=cast.nqsw, assessor=cast.assessor)
    tom = browser(as_=cast.consultant)
    for offset, may in ((0, False), (1, True), (35, True), (36, False)):
        with clock.set_to(day=TODAY + timedelta(days=offset), moment=NOW):
            assert ("00100200" in tom.visit(f"/people/{cast.nqsw.id}").text) is may, offset
            assert (tom.visit(f"/inductions/{year.id}").status == 200) is may, offset


def test_access_ends_with_the_next_request_after_the_cover_is_ended(
    cast: Cast, browser: Open
) -> None:
    """T6."""
    cover = cover_of(cast, roles=["manager"])
    year = an_induction(by=cast.coordinator, person=cast.nqsw)
    tom = browser(as_=cast.consultant)
    assert tom.visit(f"/inductions/{year.id}").status == 200
    assert "Amira Khan" in tom.visit("/inductions").text
    hr = browser(as_=cast.hr).visit(f"/covers/{cover.id}/last-day")
    assert hr.submit("End the cover now").status == 200
    assert tom.visit(f"/inductions/{year.id}").status == 403
    assert tom.visit("/inductions").status == 403


def test_the_list_and_the_policy_agree_about_cover(cast: Cast) -> None:
    """Somebody who came to report to the holder in a later post is not reached."""
    held = post_of(cast.manager)
    held.ended_on = TODAY - timedelta(days=1)
    later = a_person(cast.hr, given="Late", family="Comer")
    a_post(later, manager_id=cast.manager.id, started_on=TODAY)
    db.session.add(
        Cover(organisation_id=held.organisation_id, person_id=cast.consultant.id, post_id=held.id,
              started_on=TODAY, ended_on=LAST)
    )  # fmt: skip
    db.session.flush()
    for manager in (cast.manager, cast.consultant, cast.hr):
        db.session.expire(manager)
        listed = set(db.session.scalars(queries.reporting_to(manager, TODAY)))
        asked = {post.person_id for post in db.session.query(Post).all() if manager.manages([post])}
        assert listed == asked
        named = queries.managers_of([person.id for person in cast], TODAY)
        inside = {person.id for person in cast}
        assert {one for one, by in named.items() if manager.id in by} == listed & inside
    assert later.id in set(db.session.scalars(queries.reporting_to(cast.manager, TODAY)))
    assert not cast.consultant.manages([post_of(later)])
    assert cast.consultant.manages([post_of(cast.nqsw)])


def test_cover_goes_no_further_than_one_person(cast: Cast) -> None:
    cover_of(cast)
    arrange_cover(post_of(cast.consultant), cast.hr, person=cast.panel, started_on=TODAY,
                  ended_on=LAST)  # fmt: skip
    assert not cast.panel.manages([post_of(cast.nqsw)])


def test_whoever_covers_for_the_manager_is_not_the_mentor(cast: Cast, browser: Open) -> None:
    a_role(cast.consultant, "mentor")
    cover_of(cast)
    page = browser(as_=cast.coordinator).visit(f"/pairings/new?q=amira&people={cast.nqsw.id}")
    page.submit(
        "Save and tell them",
        coach=str(cast.consultant.id),
        people=[str(cast.nqsw.id)],
        kind="mentoring",
    )
    assert page.status == 422
    assert "Tom Varga is the line manager of Amira Khan, or covers" in page.text


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"ended_on": TODAY - timedelta(days=1)}, "must not be before the first"),
        ({"ended_on": date(2029, 6, 1)}, "within two years"),
        ({"started_on": date(2023, 12, 1)}, "This post begins on 1 January 2024"),
    ],
)
def test_days_that_cannot_be_are_refused(facts: dict, sentence: str, cast: Cast) -> None:
    with pytest.raises(NotPossibleError, match=sentence):
        cover_of(cast, **facts)


def test_nobody_covers_themself_or_is_covered_twice_at_once(cast: Cast) -> None:
    with pytest.raises(NotPossibleError, match="holds this post"):
        cover_of(cast, person=cast.manager)
    with pytest.raises(NotPossibleError, match="cannot give cover to yourself"):
        cover_of(cast, person=cast.hr)
    cover_of(cast)
    with pytest.raises(NotPossibleError, match="Tom Varga covers this post"):
        cover_of(cast, person=cast.panel, started_on=LAST, ended_on=date(2027, 1, 31))
    cover_of(cast, person=cast.panel, started_on=date(2027, 1, 1), ended_on=date(2027, 1, 31))


def test_somebody_who_leaves_before_the_end_cannot_cover(cast: Cast) -> None:
    cast.consultant.left_on = date(2026, 12, 10)
    with pytest.raises(NotPossibleError, match="leaves on 10 December 2026"):
        cover_of(cast)
    cover_of(cast, ended_on=date(2026, 12, 10))


def test_cover_is_extended_together_with_its_roles(cast: Cast, browser: Open) -> None:
    cover = cover_of(cast, roles=["manager"])
    page = browser(as_=cast.hr).visit(f"/covers/{cover.id}/last-day")
    page.submit("Save the last day", ended_on="31 January 2027")
    assert page.status == 200, page.text
    db.session.expire_all()
    lent = db.session.query(RoleHeld).filter_by(cover_id=cover.id).one()
    assert cover.ended_on == lent.ended_on == date(2027, 1, 31)
    assert not change_cover(cover, cast.hr, ended_on=date(2027, 1, 31))


def test_cover_that_has_not_begun_is_taken_back(cast: Cast) -> None:
    cover = cover_of(cast, started_on=TODAY + timedelta(days=3), roles=["manager"])
    end_cover(cover, cast.hr)
    assert not db.session.query(Cover).count()
    assert (
        not db.session.query(RoleHeld)
        .filter_by(person_id=cast.consultant.id, role="manager")
        .count()
    )


def test_hr_lends_no_role_that_hr_may_not_give(cast: Cast, browser: Open) -> None:
    """T10: the role of an administrator who is covered is not in the form, and not in a forged one."""
    post = post_of(cast.admin)
    page = browser(as_=cast.hr).visit(f"/posts/{post.id}/cover")
    assert "Administrator" not in page.text.split("Arrange cover")[0].split("Until")[1]
    page.post(
        f"/posts/{post.id}/cover", person=str(cast.worker.id), started_on="26/11/2026",
        ended_on="31/12/2026", roles="admin",
    )  # fmt: skip
    assert page.status == 422
    assert not db.session.query(RoleHeld).filter_by(person_id=cast.worker.id, role="admin").count()


def test_cover_with_an_administrators_role_is_extended_by_an_administrator_only(
    cast: Cast, browser: Open
) -> None:
    cover = arrange_cover(post_of(cast.admin), cast.admin, person=cast.worker, started_on=TODAY,
                          ended_on=LAST, roles=["admin"])  # fmt: skip
    path = f"/covers/{cover.id}/last-day"
    page = browser(as_=cast.hr).visit(path).submit("Save the last day", ended_on="1/2/2027")
    assert (page.status, "may not give: Administrator" in page.text) == (422, True)
    page = browser(as_=cast.hr).visit(path).submit("End the cover now")
    assert page.status == 422
    page = browser(as_=cast.admin).visit(path).submit("Save the last day", ended_on="1/2/2027")
    assert page.status == 200


def test_two_who_change_one_cover_see_each_other(cast: Cast, browser: Open) -> None:
    cover = cover_of(cast)
    one = browser(as_=cast.hr).visit(f"/covers/{cover.id}/last-day")
    two = browser(as_=cast.admin).visit(f"/covers/{cover.id}/last-day")
    one.submit("Save the last day", ended_on="15/1/2027")
    two.submit("Save the last day", ended_on="20/1/2027")
    assert two.status == 409
    assert 'value="20/1/2027"' in two.html
    two.submit("Save the last day", ended_on="20/1/2027")
    assert two.status == 200


def test_a_vacant_post_is_covered_with_the_roles_its_work_needs(cast: Cast, browser: Open) -> None:
    vacant = Post(organisation_id=cast.hr.organisation_id, unit_id=post_of(cast.hr).unit_id,
                  job_title="Team Manager", started_on=date(2026, 10, 1))  # fmt: skip
    db.session.add(vacant)
    db.session.flush()
    page = browser(as_=cast.hr).visit(f"/posts/{vacant.id}/cover")
    assert "stands vacant" in page.text
    page.submit("Arrange cover", person="other", person_q="worker@riverside.example",
                ended_on="31/12/2026", roles=["manager"])  # fmt: skip
    assert "Covers a vacant post until 31 December 2026" in page.text
    assert queries.standing_in(cast.worker.id).by_them
