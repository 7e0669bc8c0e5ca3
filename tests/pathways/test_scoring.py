"""Members score separately; nobody sees a score until all are in or the chair closes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.pathways import operations, policies
from portal.pathways.models import Application, ScoreSheet
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import NOW, TODAY
from tests.factories.panels import (
    a_member,
    a_panel,
    an_application,
    said_by,
    scored_by,
    with_panel,
)

Open = Callable[..., Browser]
MARKER = "MARKERCOMMENT"


@pytest.fixture
def others(cast: Cast) -> list:
    """Two members beside the chair, who can sign in."""
    return [cast.consultant, cast.principal]


def score(browser: Open, person: object, on: Application, **more: str) -> Browser:
    page = browser(as_=person).visit(f"/applications/{on.id}").follow("Score it")
    return page.submit("Hand in my scores", score_1="3", score_2="1", **more)


def test_scores_open_when_the_last_member_hands_in(cast: Cast, others: list, browser: Open) -> None:
    on = with_panel(cast, others, quorum=2)
    for person in (cast.panel, cast.consultant):
        assert "Your scores are handed in." in score(browser, person, on).text
        assert browser(as_=person).visit(f"/applications/{on.id}/scores").status == 404
    last = score(browser, cast.principal, on, comment_1="Seen in court")
    page = last.follow("See the scores of the panel")
    assert "They see every requirement alike." in page.text
    assert "Seen in court" in browser(as_=cast.panel).visit(page.url).text
    told = db.session.query(Notice).filter_by(person_id=cast.panel.id).one()
    assert "All scores for Leila Taylor are in." in told.text


def test_a_score_is_nowhere_to_be_seen_before_all_are_in(
    cast: Cast, others: list, browser: Open
) -> None:
    on = with_panel(cast, others)
    score(browser, cast.consultant, on, comment_1=MARKER)
    everywhere = ["/", "/panels", "/panels/export", "/applications", "/applications/export",
                  "/notices", f"/panels/{on.panel_id}", f"/applications/{on.id}",
                  f"/applications/{on.id}/scores", f"/applications/{on.id}/my-scores",
                  f"/applications/{on.id}/scores/closing", f"/people/{cast.worker.id}"]  # fmt: skip
    for person in (cast.panel, cast.principal, cast.worker, cast.manager, cast.hr, cast.coordinator,
                   cast.admin):  # fmt: skip
        page = browser(as_=person)
        assert not [path for path in everywhere if MARKER in page.visit(path).html]
    assert MARKER in browser(as_=cast.consultant).visit(f"/applications/{on.id}/my-scores").html
    assert all(MARKER not in str(vars(entry)) for entry in db.session.query(AuditEntry))
    assert all("score" not in (entry.particulars or {}) for entry in db.session.query(AuditEntry))
    assert all(MARKER not in notice.text for notice in db.session.query(Notice))


def test_the_chair_closes_from_the_quorum_up_and_not_below(
    cast: Cast, others: list, browser: Open
) -> None:
    on = with_panel(cast, others, quorum=2)
    score(browser, cast.consultant, on)
    page = browser(as_=cast.panel).visit(f"/applications/{on.id}").follow("Close the scoring")
    page.submit("Close the scoring")
    assert page.status == 422
    assert "1 of the 2 that the quorum asks for" in page.text
    score(browser, cast.panel, on)
    page.submit("Close the scoring")
    assert "2 members scored." in page.text
    late = browser(as_=cast.principal).visit(f"/applications/{on.id}/my-scores")
    assert late.status == 404


def test_the_applicants_manager_never_scores_though_they_sit_on_the_panel(
    cast: Cast, browser: Open
) -> None:
    on = with_panel(cast, [cast.manager])
    page = browser(as_=cast.manager)
    assert page.visit(f"/applications/{on.id}/my-scores").status == 404
    score(browser, cast.panel, on)
    assert page.visit(f"/applications/{on.id}/scores").status == 404


def test_a_member_with_a_conflict_neither_reads_nor_scores_and_the_others_go_on(
    cast: Cast, others: list, browser: Open
) -> None:
    on = with_panel(cast, others)
    score(browser, cast.panel, on)
    score(browser, cast.consultant, on)
    page = browser(as_=cast.principal).visit(f"/panels/{on.panel_id}").follow("Declare a conflict")
    page.submit("Declare it", kind="close")
    for path in ("", "/my-scores", "/scores"):
        assert page.visit(f"/applications/{on.id}{path}").status == 404
    assert browser(as_=cast.panel).visit(f"/applications/{on.id}/scores").status == 200


def test_what_has_no_score_is_said_beside_it_and_a_draft_can_wait(
    cast: Cast, browser: Open
) -> None:
    on = with_panel(cast)
    page = browser(as_=cast.panel).visit(f"/applications/{on.id}/my-scores")
    page.submit("Hand in my scores", score_1="3", comment_2="Not sure yet")
    assert page.status == 422
    assert "Choose a score, or save it for later" in page.text
    page.submit("Save for later")
    assert "Saved. Hand them in when ready." in page.text
    sheet = db.session.query(ScoreSheet).one()
    assert sheet.scores == {"asks-1": 3}
    assert sheet.comments == {"asks-2": "Not sure yet"}
    assert not sheet.is_handed_in


def test_twenty_members_who_score_at_once_keep_every_score(cast: Cast, app: object) -> None:
    members = [a_member(cast, f"M{number}") for number in range(20)]
    on = with_panel(cast, members, chair=members[0], quorum=20)
    on_id, ids = on.id, [member.id for member in members]
    db.session.commit()
    db.session.remove()
    start = Barrier(len(ids))

    def hand_in(number: int) -> None:
        from portal import database
        from portal.people.models import Person

        with clock.set_to(day=TODAY, moment=NOW), app.app_context():  # type: ignore[attr-defined]
            start.wait()
            database.write()
            member = db.session.get_one(Person, ids[number])
            database.lock(member.organisation_id)
            db.session.expire_all()
            application = db.session.get_one(Application, on_id)
            scored_by(member, application, number % 4, comments={"asks-1": f"C{number}"})
            database.commit()

    with ThreadPoolExecutor(len(ids)) as pool:
        list(pool.map(hand_in, range(len(ids))))
    kept = {sheet.person_id: sheet for sheet in db.session.query(ScoreSheet)}
    assert {key: kept[key].scores["asks-2"] for key in ids} == {
        key: number % 4 for number, key in enumerate(ids)
    }
    assert {sheet.comments["asks-1"] for sheet in kept.values()} == {f"C{n}" for n in range(20)}
    assert db.session.get_one(Application, on_id).scores_opened_at is not None


def test_the_applicant_sees_the_scores_after_the_decision_alone(cast: Cast) -> None:
    on = with_panel(cast)
    scored_by(cast.panel, on)
    assert policies.see_scores(cast.panel, on)
    assert not policies.see_scores(cast.worker, on)
    assert not policies.see_scores(cast.hr, on)
    on.decided_on = TODAY
    assert policies.see_scores(cast.worker, on)


def test_a_conflict_that_leaves_nobody_to_score_opens_nothing(cast: Cast) -> None:
    on = with_panel(cast)
    operations.declare_conflict(cast.panel, on, "other")
    db.session.refresh(on)
    assert on.scores_opened_at is None


def test_home_asks_the_manager_for_the_statement_and_the_member_for_scores(
    cast: Cast, browser: Open
) -> None:
    sent = an_application(cast.worker, a_panel(cast))
    home = browser(as_=cast.manager).visit("/")
    assert "Say whether you support the application of Leila Taylor" in home.text
    assert "Score the application" not in browser(as_=cast.panel).visit("/").text
    said_by(cast.manager, sent)
    page = browser(as_=cast.panel).visit("/")
    assert "Applications to progress" in page.text
    page.follow("Applications")
    scored_by(cast.panel, sent)
    assert "Score the application" not in browser(as_=cast.panel).visit("/").text


def test_where_a_conflict_leaves_too_few_for_the_quorum_it_says_what_to_do_and_goes_on(
    cast: Cast, browser: Open
) -> None:
    on = with_panel(cast, [cast.manager], quorum=2)
    page = score(browser, cast.panel, on)
    said = page.visit(f"/applications/{on.id}").text
    assert "You have handed your scores in. Only 1 may score it, and the quorum is 2" in said
    told = db.session.query(Notice).filter_by(person_id=cast.panel.id, read_at=None).all()
    assert "Ask HR to name another member" in told[-1].text
    assert on.panel
    changed = {"meets_on": on.panel.meets_on, "send_by": on.panel.send_by, "places": 6}
    operations.change_panel(
        cast.hr, on.panel, **changed, quorum=1, chair=cast.panel, members=[cast.manager]
    )
    db.session.commit()
    assert page.visit(f"/applications/{on.id}/scores").status == 200
