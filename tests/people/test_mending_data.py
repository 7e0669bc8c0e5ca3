"""What mends the data from its page: an address settled, somebody asked, a manager for several."""

from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Post
from portal.people.operations import quality as operations
from tests.factories.people import a_person, a_post

PAGE = "/people/quality"
YESTERDAY = date(2026, 11, 25)


def test_an_address_becomes_hers_and_nobody_elses(cast, browser, commit):
    cast.worker.claimed_email = cast.coach.claimed_email = "one@riverside.example"
    cast.panel.email = "one@riverside.example"
    commit()
    page = browser(as_=cast.hr).visit(PAGE + "?kind=address")
    assert "A staff list gave one@riverside.example to them and to" in page.text
    page.submit("It is Leila Taylor’s")
    db.session.expire_all()
    assert cast.worker.email == "one@riverside.example"
    assert (cast.worker.claimed_email, cast.coach.claimed_email, cast.panel.email) == (None,) * 3
    assert "one@riverside.example is Leila Taylor’s." in page.text


def test_an_address_that_is_not_theirs_is_left_to_the_other(cast, browser, commit):
    cast.worker.claimed_email = cast.coach.claimed_email = "one@riverside.example"
    commit()
    leave(browser(as_=cast.hr).visit(PAGE + "?kind=address"), cast.worker)
    db.session.expire_all()
    assert cast.worker.claimed_email is None
    assert cast.coach.claimed_email == "one@riverside.example"


def leave(page, person):
    """Say of the person, as the page shows them, that the address is not theirs."""
    return page.post(
        f"/people/{person.id}/address",
        version=str(person.version), address=person.claimed_email, not_theirs="y",
    )  # fmt: skip


def test_who_decides_about_an_address_that_was_settled_meanwhile_is_told(cast, browser, commit):
    cast.worker.claimed_email = cast.coach.claimed_email = "one@riverside.example"
    commit()
    one, other = (browser(as_=who).visit(PAGE + "?kind=address") for who in (cast.hr, cast.admin))
    one.submit("It is Leila Taylor’s")
    other.submit("It is Priya Nair’s")
    assert (other.status, "Somebody changed this person while you were looking" in other.text) == (
        409, True,
    )  # fmt: skip
    db.session.expire_all()
    assert (cast.worker.email, cast.coach.claimed_email) == ("one@riverside.example", None)


def test_the_same_answer_twice_is_one_deed(cast, browser, commit):
    cast.worker.claimed_email = cast.coach.claimed_email = "one@riverside.example"
    commit()
    one, other = (browser(as_=who).visit(PAGE + "?kind=address") for who in (cast.hr, cast.hr))
    assert one.submit("It is Leila Taylor’s").status == 200
    assert other.submit("It is Leila Taylor’s").status == 200
    assert db.session.query(AuditEntry).filter_by(action="people.address_settled").count() == 2


@pytest.mark.parametrize(
    ("kind", "facts"), [("hours", {"fte": 1, "hours": 10}), ("ended", {"ended_on": YESTERDAY})]
)
def test_nobody_is_led_to_a_page_about_their_own_post_that_stays_shut(
    kind, facts, cast, browser, commit
):
    own = db.session.query(Post).filter_by(person_id=cast.hr.id).one()
    for name, value in facts.items():
        setattr(own, name, value)
    commit()
    page = browser(as_=cast.hr).visit(f"{PAGE}?kind={kind}")
    assert "This is about you. Ask somebody else in HR, or an administrator" in page.text
    links = {each.attrib["href"] for each in page.all("a")}
    assert not [link for link in links if str(own.id) in link or link.endswith("/leaving")]
    others = browser(as_=cast.admin).visit(f"{PAGE}?kind={kind}")
    assert "This is about you" not in others.text


def test_somebody_is_asked_once_when_they_qualified(cast, browser, commit):
    asked = cast.worker
    commit()
    page = browser(as_=cast.hr).visit(PAGE + "?kind=qualified-unknown")
    for _ in range(2):
        page.post(f"/people/{asked.id}/asking")
    told = db.session.query(Notice).filter_by(person_id=asked.id).all()
    assert [notice.link for notice in told] == ["/my-profile#qualified"]
    assert "Asked on 26 November 2026" in page.visit(PAGE + "?kind=qualified-unknown").text


def give(page, manager, *posts, **more):
    """Tick these posts as the page shows them, and say who manages them."""
    ticked = [f"{post.id}:{post.version}" for post in posts]
    return page.post(PAGE + "/managers", posts=ticked, manager_q=manager, **more)


def three(cast):
    """Three people in a team, without a manager."""
    posts = []
    for name in ("Ada", "Bo", "Cy"):
        posts.append(a_post(a_person(cast.hr, given=name, family="Moss")))
    db.session.commit()
    return posts


def managers(posts):
    db.session.expire_all()
    return {post.manager_id for post in posts}


def test_several_get_their_manager_at_once(cast, browser):
    posts = three(cast)
    page = give(browser(as_=cast.hr), "manager@riverside.example", *posts)
    assert "Rosa Adeyemi manages 3 people more." in page.text
    assert managers(posts) == {cast.manager.id}
    written = db.session.query(AuditEntry).filter_by(action="people.post_corrected").all()
    assert [entry.particulars for entry in written] == [{"fields": ["manager"]}] * 3


def test_a_name_is_asked_about_and_what_was_ticked_stays(cast, browser):
    posts = three(cast)
    page = give(browser(as_=cast.hr), "adeyemi", *posts[:2])
    assert page.status == 422
    assert "Is this the person you mean?" in page.text
    ticked = [box for box in page.all("input") if box.attrib.get("name") == "posts"
              and "checked" in box.attrib]  # fmt: skip
    assert len(ticked) == 2
    page.submit("Save their manager")
    assert managers(posts[:2]) == {cast.manager.id}
    assert managers(posts[2:]) == {None}


def test_nobody_gets_one_when_a_post_has_changed_meanwhile(cast, browser, commit):
    posts = three(cast)
    sent = [(post.id, post.version) for post in posts]
    posts[2].grade = "G9"
    commit()
    ticked = [f"{post_id}:{version}" for post_id, version in sent]
    page = browser(as_=cast.hr).post(
        PAGE + "/managers", posts=ticked, manager_q="manager@riverside.example"
    )
    assert page.status == 409
    assert "Nothing was saved" in page.text
    assert managers(posts) == {None}


def test_nobody_gets_above_themselves(cast, browser, commit):
    posts = three(cast)
    rosa = db.session.query(Post).filter_by(person_id=cast.manager.id).one()
    rosa.manager_id = posts[0].person_id
    commit()
    page = give(browser(as_=cast.hr), "manager@riverside.example", *posts)
    assert page.status == 422
    assert "Rosa Adeyemi reports to Ada Moss" in page.text
    assert managers(posts) == {None}


@pytest.mark.parametrize("posts", [[], ["moon"], ["moon:1"], ["0:0", ":"]])
def test_nothing_ticked_is_said(posts, cast, browser):
    page = browser(as_=cast.hr).post(
        PAGE + "/managers", posts=posts, manager_q="manager@riverside.example"
    )
    assert page.status == 422
    assert "Tick the people whose manager it is" in page.text


def test_a_post_of_another_organisation_is_no_post_here(cast, browser):
    theirs = db.session.query(Post).filter_by(person_id=cast.harbour_nqsw.id).one()
    page = give(browser(as_=cast.hr), "manager@riverside.example", theirs)
    assert page.status == 409
    assert managers([theirs]) == {None}


def test_as_many_statements_for_fifty_as_for_one(cast, statements, commit):
    posts = [a_post(a_person(cast.hr, given=f"N{n}", family="Moss")) for n in range(50)]
    commit()
    sent = []
    for chosen in (posts[:1], posts[1:]):
        versions = {post.id: post.version for post in chosen}
        statements.clear()
        operations.give_manager(cast.hr, cast.manager, versions)
        commit()
        sent.append(len(statements))
    assert sent[1] <= sent[0] + 1


def test_nobody_gives_people_to_themself(cast, browser):
    posts = three(cast)
    page = give(browser(as_=cast.hr), "hr@riverside.example", *posts)
    assert page.status == 422
    assert "Nobody makes themself a manager" in page.text
    assert managers(posts) == {None}
