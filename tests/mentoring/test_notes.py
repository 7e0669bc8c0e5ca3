"""What a pair keeps for itself is read by the two alone, sealed where it lies, and never lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import AgreedAction, Session, SessionNote
from portal.notices.models import Notice
from portal.standards.models import Piece
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
MARKER = "marmalade-and-thunder"


def logged(cast: Cast, words: str = MARKER) -> Session:
    """A session of the coach and the newly qualified worker, of today, with a note."""
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    return operations.record_session(cast.coach, pairing, held_on=TODAY, minutes=45, note=words)


def test_either_of_the_two_writes_the_note_while_logging(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    assert "Only you and Amira Khan can open it here." in page.text
    page.submit("Save session", minutes="45", note="A good hour on endings 🌊")
    held = db.session.query(Session).one()
    assert browser(as_=cast.nqsw).visit(f"/sessions/{held.id}").text.count("endings 🌊") == 1
    assert "Noted" in page.visit(f"/pairings/{pairing.id}").text


def test_nobody_else_opens_the_page_whatever_their_role(cast: Cast, browser: Open) -> None:
    """T3: to everybody else the page does not exist."""
    here = f"/sessions/{logged(cast).id}"
    for person in (cast.manager, cast.hr, cast.admin, cast.coordinator, cast.assessor, cast.worker):
        page = browser(as_=person)
        for path in (here, f"{here}/passage", f"{here}/correction"):
            assert page.visit(path).status in (403, 404)
            assert MARKER not in page.html


def test_the_words_are_in_no_table_no_entry_and_no_notice(cast: Cast) -> None:
    """T4, T52: not as text, and not as the bytes of a text."""
    held = logged(cast)
    operations.agree_action(cast.coach, held.pairing, words=MARKER, owner=cast.nqsw, due_on=None)
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(text(f'SELECT * FROM "{table.name}"')):
            for value in row:
                said = (
                    bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                )
                assert MARKER.encode() not in said, table.name
    assert MARKER not in "".join(notice.text for notice in db.session.query(Notice))
    assert MARKER not in str([entry.particulars for entry in db.session.query(AuditEntry)])


def test_a_note_moved_to_another_row_cannot_be_read_there(cast: Cast, browser: Open) -> None:
    """T52: the page says so, and everything else of it stands."""
    held = logged(cast)
    other = a_session(held.pairing, held_on=TODAY - timedelta(days=7))
    operations.keep_note(cast.coach, other, "something else")
    mine, theirs = db.session.query(SessionNote).order_by(SessionNote.written_at, SessionNote.id)
    mine.sealed, theirs.sealed = theirs.sealed, mine.sealed
    db.session.commit()
    page = browser(as_=cast.coach).visit(f"/sessions/{held.id}")
    assert "These words cannot be opened" in page.text
    assert "something else" not in page.html


def test_reading_a_note_is_written_down_and_a_session_without_one_is_not(
    cast: Cast, browser: Open
) -> None:
    """T57."""
    held = logged(cast)
    plain = a_session(held.pairing, held_on=TODAY - timedelta(days=7))
    page = browser(as_=cast.nqsw).visit(f"/sessions/{plain.id}")
    assert "Nothing is noted." in page.text
    assert db.session.query(AuditEntry).filter_by(action="mentoring.note_read").count() == 0
    page.visit(f"/sessions/{held.id}")
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.note_read").one()
    assert (entry.actor_id, entry.subject_id) == (cast.nqsw.id, held.id)


def test_every_version_is_kept_and_the_same_words_are_kept_once(cast: Cast, browser: Open) -> None:
    held = logged(cast, "first words")
    page = browser(as_=cast.nqsw).visit(f"/sessions/{held.id}/correction")
    page.submit("Save changes", note="second words")
    page.visit(f"/sessions/{held.id}/correction").submit("Save changes")
    assert [note.words for note in db.session.query(SessionNote).order_by(SessionNote.number)] == [
        "first words",
        "second words",
    ]
    page.visit(f"/sessions/{held.id}")
    assert page.text.index("second words") < page.text.index("Earlier versions")
    assert page.text.index("Earlier versions") < page.text.index("first words")


def test_two_tabs_keep_both_notes(cast: Cast, browser: Open) -> None:
    held = logged(cast, "as it was")
    hers, his = browser(as_=cast.nqsw), browser(as_=cast.coach)
    for page in (hers, his):
        page.visit(f"/sessions/{held.id}/correction")
    hers.submit("Save changes", note="hers")
    his.submit("Save changes", note="his")
    assert his.status == 409
    assert "changed this session while you were looking at it" in his.text
    assert ">his</textarea>" in his.html
    his.submit("Save changes")
    kept = [note.words for note in db.session.query(SessionNote).order_by(SessionNote.number)]
    assert kept == ["as it was", "hers", "his"]


def test_a_note_typed_for_a_second_log_of_a_day_goes_into_the_first(
    cast: Cast, browser: Open
) -> None:
    held = logged(cast, "in the morning")
    page = browser(as_=cast.nqsw).visit("/sessions/new")
    page.submit("Save session", minutes="30", note="in the evening")
    assert page.status == 422
    assert "Add your note to it, or choose another day" in page.text
    assert ">in the evening</textarea>" in page.html
    page.submit("Add the note to that session")
    assert "Your note is in that session." in page.text
    assert operations.noted(held) == "in the morning\n\nin the evening"
    assert db.session.query(Session).one().minutes == 45


def test_a_note_for_a_day_that_can_no_longer_be_changed_stays_in_the_box(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing, held_on=TODAY - timedelta(days=40))
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    page.submit("Save session", minutes="30", day="other", other_day="17/10/2026", note="late")
    assert page.status == 422
    assert "It was too long ago to change: choose another day" in page.text
    assert ">late</textarea>" in page.html
    assert "Add the note to that session" not in page.html


def test_a_name_in_a_note_is_asked_about_once(cast: Cast, browser: Open) -> None:
    """N18."""
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    page.submit("Save session", minutes="30", note="His NHS number is 943 476 5919")
    assert page.status == 422
    page.submit("Save session", is_checked="y")
    assert "saved" in page.text
    assert db.session.query(SessionNote).one().words == "His NHS number is 943 476 5919"


def test_fifty_thousand_letters_are_kept_and_more_stay_in_the_box(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    page.submit("Save session", minutes="30", note="é" * 50_001)
    assert page.status == 422
    assert "Keep the note to 50,000 letters" in page.text
    page.submit("Save session", note="é" * 50_000)
    assert db.session.query(SessionNote).one().words == "é" * 50_000


def test_only_the_person_supported_carries_a_passage_into_their_own_writing(
    cast: Cast, browser: Open
) -> None:
    """C43."""
    held = logged(cast, "What stayed with me. And the rest.")
    page = browser(as_=cast.coach).visit(f"/sessions/{held.id}")
    assert "Carry a passage" not in page.text
    assert page.visit(f"/sessions/{held.id}/passage").status == 404
    page = (
        browser(as_=cast.nqsw)
        .visit(f"/sessions/{held.id}")
        .follow("Carry a passage into my writing")
    )
    page.submit("Begin a reflection with it", passage="What stayed with me.")
    piece = db.session.query(Piece).one()
    assert (piece.person_id, piece.text) == (cast.nqsw.id, "What stayed with me.")
    assert operations.noted(held) == "What stayed with me. And the rest."


def test_what_was_agreed_is_carried_on_until_it_is_done(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}").follow("What we agreed to do")
    assert "Nothing is left to do" in page.text
    page.submit("Add", words="Sit in on a panel", owner="other", due_on="4/12/2026")
    assert "Amira Khan, by Friday 4 December 2026" in page.text
    hers = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}/actions")
    assert "1 thing is still to do" in hers.text
    hers.submit("Done")
    assert "done on" in hers.text
    hers.submit("Put back")
    assert "1 thing is still to do" in hers.text
    assert db.session.query(AgreedAction).one().done_on is None


def test_both_of_the_two_press_done_and_it_is_done(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    operations.agree_action(cast.coach, pairing, words="Ask", owner=cast.nqsw, due_on=None)
    both = [browser(as_=each) for each in (cast.coach, cast.nqsw)]
    for page in both:
        page.visit(f"/pairings/{pairing.id}/actions")
    for page in both:
        assert "done on" in page.submit("Done").text
    assert db.session.query(AuditEntry).filter_by(action="mentoring.action_settled").count() == 1


@pytest.mark.parametrize("who", ["manager", "coordinator", "hr", "worker"])
def test_what_was_agreed_is_nobody_elses(cast: Cast, browser: Open, who: str) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    action = operations.agree_action(
        cast.coach, pairing, words=MARKER, owner=cast.nqsw, due_on=None
    )
    db.session.commit()
    page = browser(as_=getattr(cast, who))
    assert page.visit(f"/pairings/{pairing.id}/actions").status == 404
    assert page.post(f"/actions/{action.id}/settling").status == 404
    assert MARKER not in page.html


def test_an_action_of_the_past_or_without_words_is_refused_and_kept_typed(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}/actions")
    page.submit("Add", words="Write the letter", due_on="1/11/2026")
    assert page.status == 422
    assert "This day has passed" in page.text
    assert 'value="Write the letter"' in page.html
    assert page.submit("Add", words=" ", due_on="").status == 422
    assert "Enter what will be done" in page.text
