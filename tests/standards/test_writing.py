"""Writing: begun, kept while it is typed, saved, compared; a draft is nobody's but the writer's."""

from datetime import timedelta

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.clock import now
from portal.database import db
from portal.standards import policies, prompts
from portal.standards.models import Piece, PieceRevision
from portal.standards.wording import compared, words_in
from tests.factories.writing import a_piece

LONG = "I would listen longer. " * 2173  # 49,979 letters


@pytest.fixture
def piece(cast, commit):
    made = a_piece(cast.nqsw)
    commit()
    return made


def kept(piece):
    return db.session.query(PieceRevision).filter_by(piece_id=piece.id).order_by("number").all()


def autosave(page, piece, text, version):
    data = {"csrf_token": page.token(), "text": text, "version": version}
    address = f"/writing/{piece.id}/working-text"
    return page.send("post", address, data=data, headers={"HX-Request": "true"})


def test_a_piece_is_begun_and_its_first_page_says_who_can_read_it(browser, cast):
    page = browser(as_=cast.nqsw).visit("/writing").follow("Write something")
    page.submit("Start writing", kind="reflection", title="After the visit", model_key="gibbs")
    assert page.heading == "After the visit"
    assert "Only you can read this now" in page.text
    assert "who could ever read it" in page.text.lower()
    assert "What did you think and feel" in page.text


def test_a_double_click_begins_one_piece(browser, cast):
    page = browser(as_=cast.nqsw).visit("/writing/new")
    given = {"kind": "plan", "title": "My plan", "form_key": "the-same"}
    for _ in range(2):
        page.post("/writing/new", **given)
    assert db.session.query(Piece).count() == 1


def test_save_keeps_a_revision_and_an_entry_without_a_word_of_it(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", text="Second thoughts.", title="A visit")
    assert "Saved at" in page.text
    assert [each.text for each in kept(piece)] == ["Second thoughts."]
    entry = db.session.query(AuditEntry).filter_by(action="standards.piece_saved").one()
    assert "thoughts" not in str(entry.particulars)


def test_saving_the_same_twice_keeps_one_revision(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save").submit("Save")
    assert len(kept(piece)) == 1


def test_autosave_overwrites_the_working_copy_and_says_when(browser, cast, piece):
    page = browser(as_=cast.nqsw)
    first = autosave(page, piece, "One", 1)
    assert "Saved at 09:00" in first.get_data(as_text=True)
    assert 'data-version="2"' in first.get_data(as_text=True)
    assert autosave(page, piece, "One two", 2).status_code == 200
    db.session.expire_all()
    assert db.session.get(Piece, piece.id).text == "One two"
    assert not kept(piece)


def test_every_ten_minutes_of_writing_a_revision_is_kept(browser, cast, piece):
    page = browser(as_=cast.nqsw)
    autosave(page, piece, "One", 1)
    with clock.set_to(moment=now() + timedelta(minutes=10)):
        autosave(page, piece, "One two", 2)
        autosave(page, piece, "One two three", 3)
    assert [(each.text, each.reason) for each in kept(piece)] == [("One two", "writing")]


def test_an_older_window_is_told_and_overwrites_nothing(browser, cast, piece):
    page = browser(as_=cast.nqsw)
    autosave(page, piece, "From one window", 1)
    answer = autosave(page, piece, "From the other", 1)
    assert answer.status_code == 409
    assert "Press Save to see both" in answer.get_data(as_text=True)
    db.session.expire_all()
    assert db.session.get(Piece, piece.id).text == "From one window"


def test_two_windows_are_shown_both_texts_and_one_goes_on(browser, cast, piece):
    old = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    autosave(browser(as_=cast.nqsw), piece, "From one window <b>", 1)
    old.submit("Save", text="From the other <i>", title="A visit")
    assert old.status == 409
    assert "From one window <b>" in old.text
    assert "From the other <i>" in old.html.replace("&lt;", "<").replace("&gt;", ">")
    old.submit("Save")
    db.session.expire_all()
    assert db.session.get(Piece, piece.id).text == "From the other <i>"
    assert [each.text for each in kept(piece)] == ["From one window <b>", "From the other <i>"]


def test_fifty_thousand_letters_are_kept_and_more_are_refused_with_every_word(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", text=LONG, title="A visit")
    assert page.status == 200
    page.submit("Save", text=LONG + "x" * 100, title="A visit")
    assert page.status == 422
    assert "Keep it to 50,000 letters" in page.text
    assert "x" * 100 in page.html


def test_line_ends_of_a_form_and_of_autosave_are_the_same(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", text="One\r\ntwo", title="A visit")
    assert kept(piece)[0].text == "One\ntwo"


def test_a_saved_text_that_names_somebody_is_kept_and_pointed_out(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", text="I visited Keira Doyle.", title="A visit")
    assert kept(piece)
    assert "Keira Doyle looks like a name" in page.text


@pytest.mark.parametrize("name", ["admin", "coordinator", "assessor", "manager", "hr", "coach"])
def test_a_private_draft_does_not_exist_for_anybody_else(browser, cast, piece, name):
    page = browser(as_=getattr(cast, name))
    for path in ("", "/revisions", "/shared", "/sharing", "/revisions/export"):
        assert page.send("get", f"/writing/{piece.id}{path}").status_code == 404
    assert autosave(page, piece, "Mine now", 1).status_code == 404


def test_list_and_policy_agree_on_whose_writing_it_is(cast, piece):
    assert [p for p in cast if policies.write_piece(p, piece)] == [cast.nqsw]
    assert not [p for p in cast if policies.read_piece(p, piece)]


def test_revisions_are_read_and_compared_with_the_text_of_now(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", text="I stayed. I spoke first.", title="A visit")
    page.submit("Save", text="I stayed. I listened first.", title="A visit")
    page.follow("Earlier versions")
    assert "Version 2" in page.text
    page.follow("Version 1")
    assert "I spoke first." in page.text
    page.follow("Compare it with the text as it is now")
    assert "Taken out: I spoke first." in page.text
    assert "Added: I listened first." in page.text


def test_prompts_can_be_left_out_by_each_person(browser, cast, piece):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", model_key="driscoll")
    assert "Now what?" in page.text
    page.visit("/writing").submit("Leave prompts out")
    assert "Now what?" not in page.visit(f"/writing/{piece.id}").text
    assert "Show prompts" in page.visit("/writing").text


def test_each_model_of_prompts_has_a_title_and_questions():
    assert set(prompts.every()) == {"kolb", "gibbs", "driscoll", "four_by_four"}
    assert all(model.title and len(model.questions) >= 3 for model in prompts.every().values())


def test_words_are_counted_and_texts_compared_by_sentence():
    assert words_in(" one  two\nthree ") == 3
    assert [p.state for p in compared("A. B.", "A. C. D.")] == ["same", "gone", "new"]
    assert compared("", "") == []


def test_the_pages_of_writing_send_few_statements(browser, cast, commit, statements):
    for number in range(60):
        a_piece(cast.nqsw, title=f"Piece {number}")
    commit()
    page = browser(as_=cast.nqsw)
    for path in ("/writing", "/writing/new", "/writing/shared-with-me"):
        statements.clear()
        page.visit(path)
        assert len(statements) <= 12, path


PASTED = "\u201cShe said\u201d \u2013 it\u2019s\u00a0fine\u2026\u200b\n\u2022\tfirst\n\u00b7 second\u00ad ends"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1ec\U0001f1e7 e\u0301"
RIGHT_TO_LEFT = "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u2067abc\u2069"


@pytest.mark.parametrize("whole", [PASTED, FAMILY, RIGHT_TO_LEFT, "\U0001f600" * 50_000])
def test_emoji_right_to_left_and_pasted_text_are_kept_whole(browser, cast, piece, whole):
    page = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    page.submit("Save", text=whole, title="A visit")
    assert page.status == 200
    assert kept(piece)[-1].text == whole
    assert page.by_id("text").text == whole
    typed = {"csrf_token": page.token(), "text": f"{whole[:-1]}!", "version": "2"}
    sent = {"data": typed, "content_type": "multipart/form-data"}
    answer = page.send("post", f"/writing/{piece.id}/working-text", **sent)
    assert answer.status_code == 200
    db.session.expire_all()
    assert db.session.get(Piece, piece.id).text == typed["text"]
