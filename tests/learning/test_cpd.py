"""Drafts for the regulator: proposed from what I wrote, mine alone, copied by hand, never sent."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.learning import cpd
from portal.learning.models import CpdDraft
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.learning import a_cpd_draft
from tests.factories.writing import a_shared_piece

Open = Callable[..., Browser]


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2027, 11, 30)),
        (date(2027, 1, 1), date(2027, 11, 30)),
    ],
)
def test_the_year_of_the_regulator_ends_on_30_november(day, ends):
    assert cpd.end_of_year(day) == ends
    assert cpd.start_of_year(ends) == date(ends.year - 1, 12, 1)


@pytest.mark.parametrize(
    ("recorded", "missing"),
    [
        ([], "2 pieces, one with a peer reflection"),
        ([False], "1 more piece, one with a peer reflection"),
        ([True], "1 more piece"),
        ([False, False], "a peer reflection on one of them"),
        ([False, True], ""),
    ],
)
def test_two_pieces_are_asked_for_one_with_a_peer_reflection(recorded, missing):
    drafts = [SimpleNamespace(has_peer_reflection=each, is_recorded=True) for each in recorded]
    unrecorded = SimpleNamespace(has_peer_reflection=True, is_recorded=False)
    standing = cpd.standing([*drafts, unrecorded], date(2026, 11, 26))
    assert (standing.missing, standing.is_complete) == (missing, not missing)
    assert standing.is_near is bool(missing)


def test_a_draft_is_made_of_my_own_words_completed_and_marked(cast: Cast, browser: Open) -> None:
    piece = a_shared_piece(cast.nqsw, cast.assessor)
    piece.worked_at = datetime(2026, 9, 1, tzinfo=UTC)
    old = a_shared_piece(cast.worker, cast.nqsw)
    page = browser(as_=cast.nqsw).visit("/cpd")
    assert "4 days left until Monday 30 November 2026." in page.text
    page.submit("Make a draft of it")
    assert "writing.css" in page.html  # it hides the button to copy where no script runs
    assert piece.text.splitlines()[0] in page.text
    page.submit("Save", has_peer_reflection="y", words="I met Mr Smith at 4 Elm Road, AB1 2CD.")
    assert page.status == 422
    page.submit("Save", words="I learned to ask first.")
    assert "Saved. It is ready to be copied." in page.text
    page.follow("CPD for the regulator").submit("I have recorded it")
    assert "Still to be recorded: 1 more piece." in page.text
    assert "Make a draft of it" not in page.text
    assert page.post(f"/writing/{old.id}/cpd").status == 404
    said = " ".join(str(each.particulars) for each in db.session.query(AuditEntry))
    assert "ask first" not in said


def test_nobody_else_reads_a_draft_and_its_writer_may_delete_it(cast: Cast, browser: Open) -> None:
    draft = a_cpd_draft(cast.nqsw)
    for person in (cast.manager, cast.hr, cast.assessor, cast.admin):
        assert browser(as_=person).visit(f"/cpd/{draft.id}").status == 404
    page = browser(as_=cast.nqsw).visit(f"/cpd/{draft.id}").follow("Delete this draft")
    page.submit("Yes, delete it")
    assert db.session.query(CpdDraft).count() == 0


def test_home_counts_down_for_who_is_registered_until_the_year_is_complete(
    cast: Cast, browser: Open
) -> None:
    home = browser(as_=cast.nqsw)
    assert "CPD of this year" not in home.visit("/").text
    cast.nqsw.registration_number = "SW1"
    assert "2 pieces, one with a peer reflection" in home.visit("/").text
    for title in ("One", "Two"):
        a_cpd_draft(cast.nqsw, title=title, has_peer_reflection=True,
                    recorded_on=date(2026, 11, 2))  # fmt: skip
    assert "CPD of this year" not in home.visit("/").text


def test_my_learning_counts_down_to_the_end_of_the_year_for_who_is_registered(
    cast: Cast, browser: Open
) -> None:
    cast.nqsw.registration_number, cast.assistant.registration_number = "SW123456", ""
    db.session.flush()
    page = browser(as_=cast.nqsw).visit("/learning").text
    assert "to record with the regulator: 2 pieces, one with a peer reflection." in page
    assert "left until Monday 30 November 2026. Still to be recorded: 2 pieces" in page
    assert "30 November" not in browser(as_=cast.assistant).visit("/learning").text
