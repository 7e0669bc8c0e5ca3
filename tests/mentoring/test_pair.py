"""The coordinator pairs a coach with people."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.models import Pairing
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pairing

Open = Callable[..., Browser]
SPRING = date(2026, 4, 1)


def test_both_are_told_and_the_trail_has_it(cast: Cast) -> None:
    made = operations.pair(
        cast.coordinator, cast.coach, cast.nqsw, kind="coaching", started_on=date(2026, 11, 30)
    )
    told = {notice.person_id: notice.text for notice in db.session.query(Notice)}
    assert told == {
        cast.coach.id: "Siân Hughes paired you with Amira Khan for coaching, "
        "from Monday 30 November 2026.",
        cast.nqsw.id: "Siân Hughes paired you with Priya Nair for coaching, "
        "from Monday 30 November 2026.",
    }
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.paired").one()
    assert entry.subject_id == made.id
    assert entry.particulars["coach_id"] == str(cast.coach.id)


def test_one_who_cannot_be_paired_stops_all_and_is_named(cast: Cast) -> None:
    with pytest.raises(NotEligibleError) as refused:
        operations.pair_each(
            cast.coordinator,
            cast.manager,
            [cast.assistant, cast.hr, cast.nqsw],
            kind="mentoring",
            started_on=SPRING,
        )
    assert refused.value.args == (
        "Rosa Adeyemi is the line manager of Kofi Owusu, or covers for that person: choose somebody else",
        "Rosa Adeyemi is the line manager of Amira Khan, or covers for that person: choose somebody else",
    )
    assert db.session.query(Pairing).count() == 0


def test_the_same_two_may_be_paired_for_another_kind_and_again_after_an_end(cast: Cast) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw, ended_on=date(2026, 10, 30))
    operations.pair(cast.coordinator, cast.coach, cast.nqsw, kind="mentoring", started_on=SPRING)
    operations.pair(
        cast.coordinator, cast.coach, cast.nqsw, kind="coaching", started_on=date(2026, 10, 31)
    )
    with pytest.raises(NotEligibleError, match="already paired for coaching, until 30 October"):
        operations.pair(
            cast.coordinator, cast.coach, cast.nqsw, kind="coaching", started_on=date(2026, 10, 30)
        )


def test_the_database_itself_refuses_a_second_open_pairing(cast: Cast) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    with pytest.raises(IntegrityError):
        a_pairing(coach=cast.coach, supported=cast.nqsw, started_on=date(2026, 6, 1))


def test_the_database_itself_refuses_a_pairing_with_oneself(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        a_pairing(coach=cast.coach, supported=cast.coach)


def test_the_database_itself_refuses_people_of_two_organisations(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        a_pairing(coach=cast.coach, supported=cast.harbour_nqsw)


def test_newly_qualified_workers_without_a_coach_stand_ready(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings").follow("Pair people")
    assert page.heading == "Pair people"
    assert "Amira Khan" in page.text
    assert "Priya Nair, coach and mentor, supports nobody yet" in page.text
    page.submit(
        "Save and tell them",
        coach=str(cast.coach.id),
        people=str(cast.nqsw.id),
        started_on="30 Nov 2026",
        has_agreed="y",
    )
    assert "Priya Nair now supports Amira Khan." in page.text
    assert page.url == "/pairings"
    assert "30 November 2026" in page.text
    page.follow("Pair people")
    assert "Amira Khan" not in page.text


def test_somebody_is_found_by_name_and_what_was_ticked_stays(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings/new")
    page.submit("Find people", people=str(cast.nqsw.id), q="zaj", kind="mentoring")
    assert page.status == 200
    assert "Hannah Zając" in page.text
    both = [str(cast.nqsw.id), str(cast.principal.id)]
    page.submit("Save and tell them", coach=str(cast.coach.id), people=both, has_agreed="y")
    assert "Priya Nair now supports Amira Khan and Hannah Zając." in page.text
    assert {each.kind for each in db.session.query(Pairing)} == {"mentoring"}


def test_what_is_missing_is_said_beside_each_field(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings/new")
    page.submit("Save and tell them", started_on="31/02/2026")
    assert page.status == 422
    for words in ("Choose a coach or mentor", "Choose at least one person", "does not exist"):
        assert words in page.text
    assert "31/02/2026" in page.html


def test_a_manager_cannot_be_chosen_for_their_own_team(cast: Cast, browser: Open) -> None:
    from portal.people.models import Post

    post = db.session.query(Post).filter_by(person_id=cast.nqsw.id).one()
    post.manager_id = cast.coach.id
    page = browser(as_=cast.coordinator).visit("/pairings/new")
    page.submit("Save and tell them", coach=str(cast.coach.id), people=str(cast.nqsw.id))
    assert page.status == 422
    assert "Priya Nair is the line manager of Amira Khan" in page.text
    assert db.session.query(Pairing).count() == 0


def test_people_elsewhere_cannot_be_slipped_in(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/pairings/new")
    page.submit("Save and tell them", coach=str(cast.coach.id), people=str(cast.harbour_nqsw.id))
    assert page.status == 422
    assert "Noor" not in page.text


@pytest.mark.parametrize("who", ["coach", "nqsw", "manager", "hr", "admin"])
def test_nobody_else_pairs_people(cast: Cast, browser: Open, who: str) -> None:
    visitor = browser(as_=getattr(cast, who))
    assert visitor.visit("/pairings/new").status == 403
    assert visitor.visit("/pairings").status == 403
