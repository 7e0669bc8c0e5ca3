"""An application is begun, written, sent to a panel, and taken back."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.pathways import operations, queries
from portal.pathways.models import Application, ApplicationItem, ItemEvidence
from portal.pathways.policies import see_application
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.panels import a_member, a_panel, an_application
from tests.factories.standards import a_piece

Open = Callable[..., Browser]
MINE = "/pathway/senior-social-worker/application"


def test_from_a_place_to_a_panel_with_evidence_of_my_own(cast: Cast, browser: Open) -> None:
    a_panel(cast)
    a_piece(cast.worker, title="Talk on thresholds")
    page = browser(as_=cast.worker).visit("/pathway/senior-social-worker")
    page.follow("Apply to progress to this place").submit("Begin a draft")
    assert "A draft that nobody else sees." in page.text
    page.follow("Write your statement").submit("Save", statement="I have led hard work.")
    asked = page.html.count("Say how you show it")
    evidence = str(queries.pickable(cast.worker.id)[0].id)
    for number in range(asked):
        page.follow("Say how you show it")
        page.submit("Save", **({"evidence": evidence} if number == 0 else {"answer": "In my work"}))
    assert "Talk on thresholds" in page.text
    page.follow("Send it to a panel").submit("Send it")
    assert "waits for your manager’s statement until Thursday 10 December 2026" in page.text
    sent = db.session.query(Application).one()
    assert sent.manager_statement
    assert sent.manager_statement.asked_id == cast.manager.id
    told = db.session.query(Notice).filter_by(person_id=cast.manager.id).one()
    assert "I have led hard work." in browser(as_=cast.manager).visit(told.link).text


def test_what_is_shown_already_is_filled_in_and_nothing_else(cast: Cast, browser: Open) -> None:
    cast.worker.registration_status = "registered"
    accounts = [a_piece(cast.worker, title=title, kind="writing") for title in ("One", "Two")]
    a_piece(cast.worker, title="No account", kind="other")
    page = browser(as_=cast.worker).visit(MINE).submit("Begin a draft")
    pack = queries.pack_of(db.session.query(Application).one())
    said = {each.item.words: each for each in pack}
    assert said["Registration as a social worker."].item.answer == "The register was checked."
    by_pieces = said["Two or three short reflective accounts."]
    assert {each.title for each in by_pieces.evidence} == {each.title for each in accounts}
    assert not said["An observation of your practice."].is_answered
    answered = sum(each.is_answered for each in pack)
    assert f"{answered} of {len(pack)} requirements are answered, and your statement" in page.text


def test_the_checklist_stays_as_it_was_worded(cast: Cast, browser: Open) -> None:
    browser(as_=cast.worker).visit(MINE).submit("Begin a draft")
    made = db.session.query(Application).one()
    items = db.session.query(ApplicationItem).filter_by(application_id=made.id).all()
    assert made.catalogue_version
    assert len({item.key for item in items}) == len(items) > 3


def test_a_place_that_does_not_lead_on_is_refused_in_words(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.nqsw).visit(MINE)
    assert "does not lead on from there in one step" in page.text
    page.post(MINE)
    assert db.session.query(Application).count() == 0


def test_who_applies_twice_is_led_to_the_first(cast: Cast, browser: Open) -> None:
    first = an_application(cast.worker, statement="My first words")
    page = browser(as_=cast.worker).visit(MINE).submit("Begin a draft")
    assert page.url == f"/applications/{first.id}"
    assert "You have an application already" in page.text
    assert "My first words" in page.text


def test_a_full_panel_says_so_and_offers_the_next(cast: Cast, browser: Open) -> None:
    full = a_panel(cast, places=1)
    a_panel(cast, meets_on=date(2027, 3, 18), send_by=date(2027, 3, 4))
    an_application(cast.coach, full)
    draft = an_application(cast.worker)
    page = browser(as_=cast.worker).visit(f"/applications/{draft.id}/sending")
    page.submit("Send it", panel=str(full.id))
    assert page.status == 422
    assert "The panel of Thursday 17 December 2026 is full." in page.text
    assert "The next with a place meets on Thursday 18 March 2027" in page.text
    assert db.session.get_one(Application, draft.id).sent_on is None


@pytest.mark.parametrize("why", ["late", "left", "unfinished"])
def test_late_leaving_or_unfinished_is_refused_in_words_and_the_draft_stays(
    why: str, cast: Cast, browser: Open
) -> None:
    days = {"meets_on": date(2026, 12, 1), "send_by": date(2026, 11, 25)} if why == "late" else {}
    panel = a_panel(cast, **days)
    draft = an_application(cast.worker, answered=why != "unfinished", statement="Mine")
    if why == "left":
        cast.worker.left_on = date(2026, 12, 11)
    said = {
        "late": "Applications to it closed on Wednesday 25 November 2026.",
        "left": "Your last day here is Friday 11 December 2026, before this panel meets",
        "unfinished": "Say first how you show 2 requirements",
    }[why]
    page = browser(as_=cast.worker)
    page.post(f"/applications/{draft.id}/sending", panel=str(panel.id))
    assert page.status == 422
    assert said in page.text
    assert page.visit(f"/applications/{draft.id}").text.count("Mine") == 1


def test_a_place_that_was_taken_back_is_free_again(cast: Cast, browser: Open) -> None:
    panel = a_panel(cast, places=1)
    sent = an_application(cast.worker, panel)
    page = browser(as_=cast.worker).visit(f"/applications/{sent.id}")
    page.follow("Take this application back").submit("Take it back")
    assert "Your application is taken back." in page.text
    assert queries.places_taken(panel) == 0
    assert an_application(cast.worker, panel).is_sent


def test_another_ones_evidence_and_an_extra_support_plan_are_never_in_a_pack(cast: Cast) -> None:
    draft = an_application(cast.worker)
    theirs = a_piece(cast.nqsw, title="Not mine")
    plan = a_piece(cast.worker, title="Extra support plan")
    plan.subject_type, plan.subject_id = "support_plan", draft.id
    gone = a_piece(cast.worker, title="Taken back")
    item = queries.pack_of(draft)[0].item
    db.session.flush()
    picked = [theirs.id, plan.id, gone.id]
    operations.answer_item(cast.worker, item, answer="", evidence=picked)
    assert [each.title for each in queries.pack_of(draft)[0].evidence] == ["Taken back"]
    gone.withdrawn_at = gone.removed_at = gone.added_at
    plan_row = ItemEvidence(
        organisation_id=plan.organisation_id, item_id=item.id, evidence_id=plan.id
    )
    db.session.add(plan_row)
    db.session.flush()
    assert queries.pack_of(draft)[0].evidence == ()


def test_evidence_stays_as_it_was_when_sent_until_a_family_takes_it_back(cast: Cast) -> None:
    draft, piece = an_application(cast.worker), a_piece(cast.worker, title="As it was")
    item = queries.pack_of(draft)[0].item
    off = a_piece(cast.worker, title="Off the list before it was sent")
    operations.answer_item(cast.worker, item, answer="", evidence=[piece.id, off.id])
    off.removed_at = off.added_at
    operations.send_application(cast.worker, draft, a_panel(cast))
    off.removed_at = None
    sent = queries.pack_of(draft)[0].evidence
    assert len(sent) == 1
    piece.title, piece.note, piece.dated_on = "Other", "Changed later", date(2020, 1, 1)
    piece.removed_at = piece.added_at
    db.session.flush()
    assert queries.pack_of(draft)[0].evidence == sent
    assert sent[0].title == "As it was"
    piece.withdrawn_at = piece.added_at
    db.session.flush()
    assert queries.pack_of(draft)[0].evidence == ()


def test_who_reads_an_application_follows_the_matrix(cast: Cast) -> None:
    other = a_member(cast, "Mo")
    panel = a_panel(cast, [other])
    draft = an_application(cast.worker)
    here = [each for each in (*cast, other) if each.organisation_id == draft.organisation_id]
    readers = [each.name for each in here if see_application(each, draft)]
    assert readers == ["Leila Taylor"]
    operations.send_application(cast.worker, draft, panel)
    db.session.refresh(draft)
    readers = [each.name for each in here if see_application(each, draft)]
    assert readers == ["Rosa Adeyemi", "Grace Mensah", "Leila Taylor"]


def test_no_word_of_an_application_is_in_the_audit_or_a_notice(cast: Cast) -> None:
    an_application(cast.worker, a_panel(cast), statement="MARKER of mine")
    entries = db.session.query(AuditEntry).all()
    assert all("MARKER" not in str(vars(entry)) for entry in entries)
    assert all("MARKER" not in notice.text for notice in db.session.query(Notice))


def test_a_second_window_is_told_and_its_words_stay(cast: Cast, browser: Open) -> None:
    draft = an_application(cast.worker)
    one = browser(as_=cast.worker).visit(f"/applications/{draft.id}/statement")
    two = browser(as_=cast.worker).visit(f"/applications/{draft.id}/statement")
    one.submit("Save", statement="First")
    assert two.submit("Save", statement="Second").status == 409
    assert "Second" in two.html
    assert "Second" in two.submit("Save").text


def test_everything_that_is_left_to_do_is_named_at_once_before_sending(
    cast: Cast, browser: Open
) -> None:
    panel = a_panel(cast)
    draft = an_application(cast.worker, answered=False, statement="")
    page = browser(as_=cast.worker).visit(f"/applications/{draft.id}/sending")
    assert "3 things are still to do" in page.text
    page.submit("Send it", panel=str(panel.id))
    assert "Write your statement first. Say first how you show 2 requirements" in page.text
    assert page.follow("Write your statement").status == 200


def test_a_chair_who_manages_the_applicant_leaves_hr_to_name_another(
    cast: Cast, browser: Open
) -> None:
    panel = a_panel(cast, chair=cast.manager)
    an_application(cast.worker, panel)
    asked = db.session.query(Notice).filter(Notice.text.startswith("The chair has a conflict"))
    assert cast.hr.id in {each.person_id for each in asked}
    db.session.commit()
    page = browser(as_=cast.hr).visit(f"/panels/{panel.id}")
    assert "has a conflict with the application of" in page.text
    assert page.follow("Name another chair").status == 200
