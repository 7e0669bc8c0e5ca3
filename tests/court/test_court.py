"""A first time in court by page: asked, offered, step by step, decided; seen by the two alone."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.court import operations, queries
from portal.court.models import CourtPoint, CourtSupport, ReadyToLead
from portal.database import db
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.court import a_matter, an_offer, talked_about

Open = Callable[..., Browser]
MARKER = "Heliotrope"


def test_a_practitioner_asks_a_consultant_in_two_taps(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.nqsw).visit("/court").follow("Ask a consultant to go with you")
    page.submit("Ask them", consultant=str(cast.consultant.id))
    assert "Matter A: 0 of 5 steps have taken place. Next: Shadow a hearing." in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.consultant.id).one()
    assert "has asked you to go with them the first time in court" in told.text
    page.visit("/court/new").submit("Ask them", consultant=str(cast.consultant.id))
    assert page.status == 422
    assert "The two of you have begun one already" in page.text


def test_an_offer_is_answered_and_after_a_no_nothing_is_kept(cast: Cast, browser: Open) -> None:
    offer = an_offer(cast.worker, cast.consultant)
    db.session.commit()
    page = browser(as_=cast.worker).visit(f"/court/{offer.id}")
    page.submit("No, thank you")
    assert "Nothing of it is kept." in page.text
    assert db.session.query(CourtSupport).count() == 0
    again = an_offer(cast.worker, cast.consultant)
    db.session.commit()
    page.visit(f"/court/{again.id}").submit("Yes, go with me")
    assert "You go together." in page.text


def test_a_consultant_offers_to_go_with_somebody(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.consultant).visit("/court/offers/new")
    page.submit("Offer it", manager="other", manager_q=cast.nqsw.name)
    if page.status == 422:
        page.submit("Offer it")
    assert f"{cast.nqsw.name} is asked." in page.text
    assert browser(as_=cast.worker).visit("/court/offers/new").status == 403


def test_steps_are_recorded_out_of_order_with_a_sentence(cast: Cast, browser: Open) -> None:
    matter = a_matter(cast.nqsw, cast.consultant)
    db.session.commit()
    page = browser(as_=cast.nqsw)
    page.visit(f"/court/{matter.id}")
    page.post(f"/court/{matter.id}/steps/heard", took_place_on="25/11/2026")
    page.visit(f"/court/{matter.id}")
    assert "Held on 25 November 2026" in page.text
    page.post(f"/court/{matter.id}/steps/drafted", took_place_on="1/1/2027")
    assert page.status == 422
    assert "This day is to come" in page.text
    page.post(f"/court/{matter.id}/steps/checked", took_place_on="25/11/2026")
    assert "The consultant says that they have checked the draft" in page.text


def test_the_checklist_has_two_sides(cast: Cast, browser: Open) -> None:
    matter = a_matter(cast.nqsw, cast.consultant)
    db.session.commit()
    writer = browser(as_=cast.nqsw).visit(f"/court/{matter.id}/checklist")
    writer.submit("Keep what is ticked", done=["asked", "plain"])
    consultant = browser(as_=cast.consultant).visit(f"/court/{matter.id}/checklist")
    assert "2 of 12 points are ticked by the writer." in consultant.text
    consultant.submit("Keep what I saw", view_asked="seen", view_plain="again",
                      words_plain="Shorter sentences on page one")  # fmt: skip
    writer.visit(f"/court/{matter.id}/checklist")
    assert "1 of 12 points are to be done again." in writer.text
    assert "Shorter sentences on page one" in writer.text
    sealed = db.session.query(CourtPoint.sealed_words).filter_by(key="plain").scalar()
    assert b"Shorter" not in sealed


def test_what_may_say_who_somebody_is_asks_for_a_second_look(cast: Cast, browser: Open) -> None:
    matter = a_matter(cast.nqsw, cast.consultant)
    db.session.commit()
    page = browser(as_=cast.nqsw).visit(f"/court/{matter.id}/debrief")
    page.submit("Keep it", words="Rang her on 07700 900123 before the hearing.")
    assert page.status == 422
    assert db.session.get_one(CourtSupport, matter.id).debriefed_on is None
    page.submit("Keep it", is_checked="y")
    assert db.session.get_one(CourtSupport, matter.id).debriefed_on == date(2026, 11, 26)


def test_days_are_kept_and_one_that_is_no_working_day_gets_a_sentence(
    cast: Cast, browser: Open
) -> None:
    matter = a_matter(cast.nqsw, cast.consultant)
    db.session.commit()
    page = browser(as_=cast.nqsw).visit(f"/court/{matter.id}/days")
    page.submit("Keep the days", deadline_on="5/12/2026")
    assert "Saturday 5 December 2026 is not a working day." in page.text
    home = browser(as_=cast.consultant).visit("/")
    assert "Deadline" in home.text


def test_ready_to_lead_is_the_consultants_decision_after_the_talk(
    cast: Cast, browser: Open
) -> None:
    matter = a_matter(cast.nqsw, cast.consultant)
    db.session.commit()
    page = browser(as_=cast.consultant).visit(f"/court/{matter.id}/decision")
    page.submit("Keep the decision", decision="ready")
    assert "Talk about the hearing first" in page.text
    assert browser(as_=cast.nqsw).visit(f"/court/{matter.id}/decision").status == 404
    talked_about(cast.nqsw, cast.consultant)
    db.session.commit()
    page.visit(f"/court/{matter.id}/decision").submit("Keep the decision", decision="not yet")
    assert "Say what comes next" in page.text
    page.submit("Keep the decision", decision="not yet", words="Shadow one more.")
    assert "is told what comes next" in page.text
    page.visit(f"/court/{matter.id}/decision").submit("Keep the decision", decision="ready")
    mine = browser(as_=cast.nqsw).visit(f"/court/{matter.id}")
    assert "found you ready to lead on Thursday 26 November 2026" in mine.text
    assert ("court.found_ready",) in db.session.query(AuditEntry.action).all()


def test_who_handed_over_sees_nothing_of_it_any_more(cast: Cast, browser: Open) -> None:
    matter = a_matter(cast.nqsw, cast.consultant)
    operations.hand_over_court(cast.consultant, matter, cast.coach)
    db.session.commit()
    assert browser(as_=cast.coach).visit(f"/court/{matter.id}").status == 200
    assert browser(as_=cast.consultant).visit(f"/court/{matter.id}").status == 404
    assert "goes with you in matter A" in browser(as_=cast.nqsw).visit("/notices").text


@pytest.mark.parametrize("who", ["manager", "coordinator", "hr", "principal", "admin", "assessor",
                                 "worker", "harbour_nqsw"])  # fmt: skip
def test_nobody_but_the_two_reads_anything_of_a_matter(who: str, cast: Cast, browser: Open) -> None:
    matter = talked_about(cast.nqsw, cast.consultant)
    operations.write_debrief(cast.nqsw, matter, MARKER)
    operations.decide_not_yet(cast.consultant, matter, MARKER)
    operations.look_through(cast.consultant, matter, {"plain": "again"}, {"plain": MARKER})
    db.session.commit()
    page = browser(as_=getattr(cast, who))
    for address in ("", "/checklist", "/debrief", "/days", "/hand-over", "/decision"):
        assert page.visit(f"/court/{matter.id}{address}").status == 404
    for address in ("/court", "/", "/notices", f"/people/{cast.nqsw.id}"):
        assert MARKER not in page.visit(address).html
    entries = db.session.query(AuditEntry).all()
    assert not any(MARKER in str(each.particulars) for each in entries)
    assert not any(MARKER in each.text for each in db.session.query(Notice))


def test_deadlines_are_told_once_a_day_and_say_nothing_more(cast: Cast) -> None:
    a_matter(cast.nqsw, cast.consultant, deadline_on=date(2026, 12, 3))
    own = cast.nqsw.organisation_id
    assert operations.tell_of_deadlines(own) == 1
    assert operations.tell_of_deadlines(own) == 0
    told = db.session.query(Notice).filter(Notice.text.startswith("Deadline")).all()
    assert {each.person_id for each in told} == {cast.nqsw.id, cast.consultant.id}
    assert {each.text for each in told} == {"Deadline on Thursday 3 December 2026."}


def test_everything_goes_three_months_after_the_talk_but_that_somebody_is_ready(
    cast: Cast,
) -> None:
    matter = a_matter(cast.nqsw, cast.consultant, debriefed_on=date(2026, 8, 25))
    operations.look_through(cast.consultant, matter, {"plain": "seen"}, {})
    operations.decide_ready(cast.consultant, matter)
    a_matter(cast.worker, cast.consultant, debriefed_on=date(2026, 8, 26))
    assert operations.delete_over(cast.nqsw.organisation_id) == 1
    assert db.session.query(CourtPoint).count() == 0
    left = db.session.query(CourtSupport).one()
    assert left.practitioner_id == cast.worker.id
    assert db.session.query(ReadyToLead).one().person_id == cast.nqsw.id
    assert queries.ready_to_lead(cast.nqsw) is not None
