"""Who leaves writes a note; the person supported reads it first and chooses who else does."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import HandOverChoice, HandOverNote
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import (
    a_hand_over_note,
    a_look_back,
    a_pairing,
    a_released_note,
    an_ended_pairing,
)

Open = Callable[..., Browser]
MARKER = "marmalade-and-thunder"


def test_whoever_leaves_writes_it_and_only_the_person_supported_reads_it(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    later = a_pairing(coach=cast.worker, supported=cast.nqsw, started_on=date(2026, 11, 23))
    page = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    assert "hand-over note" not in page.text
    page.visit(f"/pairings/{pairing.id}/ending")
    assert "leave a hand-over note for the next coach, if you like" in page.text
    page.submit("Yes, end it").follow("Write a hand-over note")
    page.submit("Give it to Amira Khan", words=" ")
    assert "Write the note, or go back" in page.text
    page.submit("Give it to Amira Khan", words="His NHS number is 943 476 5919")
    assert page.status == 422
    page.submit("Give it to Amira Khan", words=MARKER)
    assert "Amira Khan reads it first, and chooses who else does." in page.text
    note = db.session.query(HandOverNote).one()
    here = f"/pairings/hand-over-notes/{note.id}"
    next_one = browser(as_=cast.worker)
    assert "hand-over note" not in next_one.visit(f"/pairings/{later.id}").text
    assert next_one.visit(here).status == 404
    told = db.session.query(Notice).filter_by(person_id=cast.nqsw.id)
    notice = told.filter(Notice.text.contains("hand-over note")).one()
    hers = browser(as_=cast.nqsw).visit(notice.link).follow("The hand-over note of Priya Nair")
    assert MARKER in hers.text
    assert "Nobody else reads it unless you say so." in hers.text


def test_once_released_the_next_reads_it_for_as_long_as_they_support_her(
    cast: Cast, browser: Open
) -> None:
    pairing = an_ended_pairing(cast.coach, cast.nqsw)
    note = a_hand_over_note(pairing, MARKER)
    later = a_pairing(
        coach=cast.worker, supported=cast.nqsw, kind="mentoring", started_on=date(2026, 11, 23)
    )
    hers = browser(as_=cast.nqsw).visit(f"/pairings/{later.id}")
    hers.follow("Choose whether Leila Taylor reads the hand-over note of Priya Nair")
    hers.submit("Save my choice", reader=str(later.id))
    assert "Leila Taylor may read it now." in hers.text
    notice = db.session.query(Notice).filter_by(person_id=cast.worker.id).one()
    assert notice.text == "Amira Khan lets you read a hand-over note."
    page = browser(as_=cast.worker).visit(notice.link)
    page.follow("Amira Khan lets you read the hand-over note of Priya Nair")
    assert MARKER in page.text
    assert "Save my choice" not in page.text
    entry = db.session.query(AuditEntry).filter_by(actor_id=cast.worker.id).one()
    assert (entry.action, entry.subject_id) == ("mentoring.hand_over_read", note.id)
    hers.submit("Save my choice", reader="nobody")
    assert "You keep it to yourself." in hers.text
    assert page.visit(f"/pairings/hand-over-notes/{note.id}").status == 404
    chosen = db.session.query(HandOverChoice).one()
    assert (chosen.chosen_by_id, chosen.pairing_id) == (cast.nqsw.id, None)


def test_the_pages_of_an_end_send_few_statements(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    ended = an_ended_pairing(cast.coach, cast.nqsw)
    a_look_back(ended)
    note = a_released_note(ended, cast.worker)
    assert note.released_to is not None
    later, here = f"/pairings/{note.released_to.id}", f"/pairings/{ended.id}"
    page_of_note = f"/pairings/hand-over-notes/{note.id}"
    db.session.commit()
    theirs = {
        cast.nqsw: (here, later, page_of_note, f"{here}/look-back", f"{here}/look-back/words"),
        cast.coach: (here, page_of_note),
        cast.worker: (later, page_of_note),
    }
    for person, paths in theirs.items():
        page = browser(as_=person)
        for path in paths:
            statements.clear()
            assert page.visit(path).status == 200
            assert len(statements) <= 12, (path, statements)


def test_when_the_next_pairing_is_over_too_its_coach_no_longer_reads_it(
    cast: Cast, browser: Open
) -> None:
    note = a_released_note(an_ended_pairing(cast.coach, cast.nqsw), cast.worker)
    page = browser(as_=cast.worker)
    assert page.visit(f"/pairings/hand-over-notes/{note.id}").status == 200
    operations.end_pairing(cast.nqsw, note.released_to)
    db.session.commit()
    with clock.set_to(day=date(2026, 11, 27)):
        assert page.visit(f"/pairings/hand-over-notes/{note.id}").status == 404


def test_what_was_changed_after_it_was_read_is_not_released_unread(
    cast: Cast, browser: Open
) -> None:
    pairing = an_ended_pairing(cast.coach, cast.nqsw)
    note = a_hand_over_note(pairing, "as it was")
    later = a_pairing(
        coach=cast.worker, supported=cast.nqsw, kind="mentoring", started_on=date(2026, 11, 23)
    )
    here = f"/pairings/hand-over-notes/{note.id}"
    hers, his = browser(as_=cast.nqsw).visit(here), browser(as_=cast.coach).visit(here)
    his.follow("Change it").submit("Save the changes", words="as it is now")
    hers.submit("Save my choice", reader=str(later.id))
    assert hers.status == 409
    assert "Priya Nair changed the note since you read it." in hers.text
    assert "as it is now" in hers.text
    his.follow("Change it")
    hers.submit("Save my choice", reader="nobody")
    his.submit("Save the changes", words="too late")
    assert his.status == 409
    assert ">too late</textarea>" in his.html
    assert "it can no longer be changed" in his.text
    assert "it can no longer be changed" not in his.visit(here).text
    assert "It can no longer be changed." in his.text
    assert "keep" not in his.text
    db.session.expire_all()
    assert db.session.query(HandOverNote).one().words == "as it is now"


def test_it_goes_to_a_later_pairing_of_hers_of_that_kind_alone(cast: Cast) -> None:
    note = a_hand_over_note(an_ended_pairing(cast.coach, cast.nqsw))
    others = (
        a_pairing(coach=cast.worker, supported=cast.nqsw, kind="coaching"),
        a_pairing(coach=cast.worker, supported=cast.assistant, kind="mentoring"),
        an_ended_pairing(cast.worker, cast.nqsw),
    )
    for other in others:
        with pytest.raises(operations.NoLaterPairingError):
            operations.choose_reader(cast.nqsw, note, other)
    assert db.session.query(HandOverChoice).count() == 0


def test_the_words_are_in_no_table_no_entry_and_no_notice(cast: Cast, browser: Open) -> None:
    """T4, T52: not as text, and not as the bytes of a text."""
    pairing = an_ended_pairing(cast.coach, cast.nqsw)
    a_look_back(pairing, MARKER)
    note = operations.write_hand_over_note(cast.coach, pairing, MARKER)
    later = a_pairing(
        coach=cast.worker, supported=cast.nqsw, kind="mentoring", started_on=date(2026, 11, 23)
    )
    operations.choose_reader(cast.nqsw, note, later)
    db.session.commit()
    browser(as_=cast.worker).visit(f"/pairings/hand-over-notes/{note.id}")
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(text(f'SELECT * FROM "{table.name}"')):
            for value in row:
                said = (
                    bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                )
                assert MARKER.encode() not in said, table.name
    assert note.words == MARKER
