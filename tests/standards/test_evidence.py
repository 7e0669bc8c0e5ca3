"""Evidence is counted once, shows one standard or many, and leaves the list without being lost."""

from datetime import date

from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.standards import operations, queries
from portal.standards.models import Evidence, StandardShown
from tests.cast import Cast
from tests.factories.standards import PQS, a_piece


def counts(person):
    return queries.overview(person.id, PQS).counts


def actions():
    return list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)))


def test_a_piece_counts_once_for_each_standard_that_it_shows(cast: Cast):
    a_piece(cast.nqsw, shows=("communication", "law"))
    a_piece(cast.nqsw, title="Another", shows=("law",))
    a_piece(cast.nqsw, title="A third")
    seen = queries.overview(cast.nqsw.id, PQS)
    assert (seen.pieces, seen.unmapped, seen.counts) == (3, 1, {"communication": 1, "law": 2})


def test_the_same_thing_is_evidence_once_and_comes_back_whole(cast: Cast):
    given = {"kind": "document", "title": "A report", "dated_on": date(2026, 11, 2)}
    first = operations.add_evidence(cast.nqsw, cast.nqsw, **given, thing=cast.coach)
    operations.choose_standards(cast.nqsw, first, PQS, ["law"])
    again = operations.add_evidence(cast.nqsw, cast.nqsw, **given, thing=cast.coach)
    assert first is again
    operations.remove_evidence(cast.nqsw, first)
    assert counts(cast.nqsw) == {}
    operations.add_evidence(cast.nqsw, cast.nqsw, **given, thing=cast.coach)
    assert counts(cast.nqsw) == {"law": 1}
    assert db.session.query(Evidence).count() == 1


def test_choosing_again_replaces_and_the_same_choice_twice_is_one_deed(cast: Cast):
    piece = a_piece(cast.nqsw, shows=("communication",))
    operations.choose_standards(cast.nqsw, piece, PQS, ["law", "no-such-standard"])
    before = actions()
    operations.choose_standards(cast.nqsw, piece, PQS, ["law"])
    assert counts(cast.nqsw) == {"law": 1}
    assert actions() == before


def test_what_the_assessor_suggests_counts_once_the_person_chooses_it(cast: Cast):
    piece = a_piece(cast.nqsw, shows=("communication",))
    assert operations.suggest_standards(cast.assessor, piece, PQS, ["law", "communication"]) == 1
    assert counts(cast.nqsw) == {"communication": 1}
    told = db.session.scalars(select(Notice.text).where(Notice.person_id == cast.nqsw.id)).all()
    assert told == ["Dan Okoro suggests a standard for a piece of your evidence."]
    operations.choose_standards(cast.nqsw, piece, PQS, ["communication", "law"])
    assert counts(cast.nqsw) == {"communication": 1, "law": 1}


def test_a_suggestion_that_is_not_taken_is_gone(cast: Cast):
    piece = a_piece(cast.nqsw)
    operations.suggest_standards(cast.assessor, piece, PQS, ["law"])
    operations.choose_standards(cast.nqsw, piece, PQS, [])
    assert db.session.query(StandardShown).count() == 0


def test_the_trail_holds_no_words_of_the_person(cast: Cast):
    piece = a_piece(cast.nqsw, title="Something private", shows=("law",))
    operations.change_evidence(
        cast.nqsw, piece, kind="other", title="Private too", dated_on=date(2026, 11, 3), note="Hm"
    )
    entries = db.session.scalars(select(AuditEntry).order_by(AuditEntry.number)).all()
    assert not any("rivate" in str(entry.particulars) for entry in entries)
    assert entries[-1].particulars == {"fields": ["dated_on", "kind", "note", "title"]}


def test_somebody_adds_a_piece_and_says_what_it_shows(cast: Cast, browser):
    amira = browser(as_=cast.nqsw).visit("/evidence")
    assert "You have no evidence yet." in amira.text
    amira.follow("Add evidence").submit(
        "Save", title="My first court report", kind="document", dated_on="12/11/2026"
    )
    assert amira.heading == "Which standards it shows"
    amira.submit("Save", standards=["law", "analysis"])
    assert "You have 1 piece of evidence." in amira.text
    assert "Shows: Analysis, decisions, planning and review; The law" in amira.text
    amira.visit("/evidence?standard=law")
    assert "My first court report" in amira.text
    amira.visit("/evidence?standard=communication")
    assert "My first court report" not in amira.text


def test_a_faulty_answer_keeps_every_word(cast: Cast, browser):
    amira = browser(as_=cast.nqsw).visit("/evidence/new")
    amira.submit("Save", title="T" * 121, kind="writing", dated_on="1/1/2030", note="What I saw")
    assert amira.status == 422
    assert "Use at most 120 letters" in amira.text
    assert "This day is still to come" in amira.text
    assert "What I saw" in amira.html
    amira.submit("Save", title="Long ago", kind="writing", dated_on="1/1/1900")
    assert (amira.status, "Look at the year" in amira.text) == (422, True)
    assert db.session.query(Evidence).count() == 0


def test_a_double_click_adds_one_piece(cast: Cast, browser):
    amira = browser(as_=cast.nqsw)
    fields = {"title": "Once", "kind": "other", "dated_on": "1/11/2026", "form_key": "one key"}
    amira.post("/evidence/new", **fields)
    amira.post("/evidence/new", **fields)
    assert db.session.query(Evidence).count() == 1


def test_two_windows_on_one_piece_lose_no_words(cast: Cast, browser):
    piece = a_piece(cast.nqsw)
    one, two = browser(as_=cast.nqsw), browser(as_=cast.nqsw)
    one.visit(f"/evidence/{piece.id}")
    two.visit(f"/evidence/{piece.id}")
    one.submit("Save", title="From the first window")
    two.submit("Save", title="From the second window")
    assert two.status == 409
    assert "From the first window" in two.text
    assert "From the second window" in two.html
    two.submit("Save")
    assert "From the second window" in two.text


def test_a_piece_is_taken_off_and_put_back(cast: Cast, browser):
    piece = a_piece(cast.nqsw, shows=("law",))
    amira = browser(as_=cast.nqsw).visit(f"/evidence/{piece.id}")
    amira.submit("Take it off my list")
    assert "You have no evidence yet." in amira.visit("/evidence").text
    amira.visit(f"/evidence/{piece.id}").submit("Put it back")
    assert "You have 1 piece of evidence." in amira.text


def test_nobody_else_reaches_the_page_of_a_piece(cast: Cast, browser):
    piece = a_piece(cast.nqsw)
    for person in (cast.assessor, cast.manager, cast.coordinator, cast.admin):
        assert browser(as_=person).visit(f"/evidence/{piece.id}").status == 403
    assert browser(as_=cast.harbour_nqsw).visit(f"/evidence/{piece.id}").status == 404


def test_the_page_of_standards_says_what_is_in_force_on_a_day(cast: Cast, browser):
    page = browser(as_=cast.nqsw).visit("/standards")
    assert "In force until 31 March 2027" in page.text
    page.visit("/standards?on=1/4/2027")
    assert "on Thursday 1 April 2027" in page.text
    assert "Was in force until 31 March 2027" in page.text
    assert "Write the date as day, month and year" in page.visit("/standards?on=soon").text


def test_two_hundred_pieces_cost_as_many_statements_as_two(cast: Cast, browser, statements):
    for number in range(2):
        a_piece(cast.nqsw, title=f"Piece {number}", shows=("law", "communication"))
    amira = browser(as_=cast.nqsw)
    amira.visit("/evidence")
    statements.clear()
    amira.visit("/evidence")
    few = len(statements)
    for number in range(200):
        a_piece(cast.nqsw, title=f"Piece {number}", shows=("law", "analysis"))
    db.session.commit()
    statements.clear()
    amira.visit("/evidence")
    assert len(statements) == few <= 12


def test_what_somebody_wrote_becomes_evidence_once_and_its_text_stays_theirs(cast: Cast, browser):
    amira = browser(as_=cast.nqsw).visit("/writing/new")
    amira.submit("Start writing", title="A visit I thought about", kind="reflection")
    amira.submit("Save", text="What nobody else reads")
    text_page = amira.url
    amira.submit("Put it on my list of evidence")
    assert amira.heading == "Which standards it shows"
    amira.visit(text_page).submit("Put it on my list of evidence")
    piece = db.session.query(Evidence).one()
    assert (piece.kind, piece.title, piece.note) == ("writing", "A visit I thought about", "")
    assert "The text of A visit I thought about" in amira.visit("/evidence").text
