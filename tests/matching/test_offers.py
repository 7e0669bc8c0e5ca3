"""What people offer and look for, on their own pages: little to type, and read by few."""

from datetime import date

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.matching import operations, queries
from portal.matching.models import RuledOut, SupportNeed, SupportOffer
from portal.people.areas import ON_AT_FIRST, TITLES
from portal.people.models import Organisation
from tests.factories.matching import a_need, an_offer
from tests.factories.mentoring import a_pairing, a_proposal


def test_an_offer_is_filled_in_with_what_the_portal_knows_and_saved_in_one_press(cast, browser):
    page = browser(as_=cast.coach).visit("/my-offer")
    assert "All is filled in with what the portal knows" in page.text
    page.submit("Save what I offer")
    offer = db.session.query(SupportOffer).one()
    assert (offer.person_id, offer.kinds) == (cast.coach.id, ["coaching", "mentoring"])
    assert (offer.people, offer.hours, offer.trained_on, offer.in_directory) == (2, 4, None, False)
    assert "You offer coaching and mentoring to 2 people at once" in page.text


def test_an_offer_is_changed_paused_and_said_about_oneself_sealed(cast, browser):
    an_offer(cast.coach)
    page = browser(as_=cast.coach).visit("/my-offer")
    page.submit(
        "Save what I offer", people="3", paused_until="31/01/2027", identity=["carer", "faith"],
        strengths=["neglect"], practice="court",
    )  # fmt: skip
    assert "You take nobody new until Sunday 31 January 2027." in page.text
    offer = db.session.query(SupportOffer).one()
    assert (offer.people, offer.strengths, offer.practice) == (3, ["neglect"], "court")
    assert offer.identity == ["carer", "faith"]
    assert b"carer" not in (offer.sealed or b"")
    entry = db.session.query(AuditEntry).filter_by(action="matching.offer_kept").one()
    assert entry.particulars == {"fields": ["paused_until", "people", "practice", "strengths"]}


def test_what_is_wrong_is_said_beside_the_field_and_the_words_stay(cast, browser):
    page = browser(as_=cast.coach).visit("/my-offer")
    page.submit("Save what I offer", trained_on="14/05/2027", paused_until="1/1/2020")
    assert page.status == 422
    assert "The day of your training cannot lie ahead" in page.text
    assert "Write a day from today on, or leave it empty" in page.text
    assert 'value="14/05/2027"' in page.html
    assert db.session.query(SupportOffer).count() == 0


def test_a_form_from_another_window_keeps_the_words_typed(cast, browser):
    an_offer(cast.coach)
    page = browser(as_=cast.coach).visit("/my-offer")
    operations.keep_offer(cast.coach, identity=[], hours=8)
    db.session.commit()
    page.submit("Save what I offer", people="4")
    assert page.status == 409
    page.submit("Save what I offer")
    assert db.session.query(SupportOffer).one().people == 4


def test_somebody_says_what_they_look_for(cast, browser):
    page = browser(as_=cast.nqsw).visit("/my-goals")
    page.submit("Save what I look for", goals=["court-skills", "neglect"], languages=["cym"])
    need = db.session.query(SupportNeed).one()
    assert (need.kinds, need.goals) == (["mentoring"], ["court-skills", "neglect"])
    assert "You look for mentoring." in page.text
    page.submit("Save what I look for", kinds=[])
    assert "You look for nobody now" in page.text


def test_whom_somebody_rules_out_nobody_else_reads(cast, browser):
    page = browser(as_=cast.nqsw).visit("/never-with")
    page.submit("Find people", q="priya")
    page.submit("Not with me", other=str(cast.coach.id))
    assert "You will not be paired with Priya Nair." in page.text
    row = db.session.query(RuledOut).one()
    for other in (cast.coach, cast.coordinator, cast.hr):
        stranger = browser(as_=other)
        assert "Amira Khan" not in stranger.visit("/never-with").text
        sent = stranger.send(
            "post", f"/never-with/{row.id}/ending", data={"csrf_token": stranger.token()}
        )
        assert sent.status_code == 404
    page.visit("/never-with").submit("Take back that you should not be paired with Priya Nair")
    assert db.session.query(RuledOut).count() == 0


def test_nobody_who_was_not_found_is_ruled_out(cast, browser):
    page = browser(as_=cast.nqsw).visit("/never-with")
    page.submit("Find people", q="priya")
    page.post("/never-with", other=str(cast.harbour_hr.id), q="priya")
    assert page.status == 422
    assert (
        operations.rule_out(cast.nqsw, cast.coach).id
        == operations.rule_out(cast.nqsw, cast.coach).id
    )


def test_the_coordinator_reads_what_is_offered_and_looked_for_but_not_about_oneself(cast, browser):
    an_offer(cast.coach, identity=["carer"])
    a_need(cast.nqsw, identity=["carer"])
    seen = browser(as_=cast.coordinator)
    for page, words in (("/offers", "0 of 2"), ("/needs", "Amira Khan")):
        assert words in seen.visit(page).text
        for each in (page, f"{page}/export"):
            said = seen.send("get", each).get_data(as_text=True)
            assert "Court skills" in said
            assert "Looking after" not in said
            assert "carer" not in said
    assert browser(as_=cast.manager).visit("/offers").status == 403


def test_whom_somebody_is_asked_to_support_is_not_counted_as_supported(cast, browser):
    an_offer(cast.coach, people=1)
    a_pairing(coach=cast.coach, supported=cast.worker)
    a_proposal(cast)
    seen = browser(as_=cast.coordinator)
    assert "1 of 1, and asked for 1" in seen.visit("/offers").text
    assert "Asked for" in seen.send("get", "/offers/export").get_data(as_text=True)


def test_only_coaches_and_mentors_offer(cast, browser):
    assert browser(as_=cast.nqsw).visit("/my-offer").status == 403
    assert queries.offer_of(cast.nqsw) is None


@pytest.mark.parametrize("off", ["matching", "mentoring"])
def test_the_area_is_off_at_first_and_without_coaching_and_mentoring(cast, browser, off):
    assert "matching" not in ON_AT_FIRST
    house = db.session.get_one(Organisation, cast.coach.organisation_id)
    house.areas = [area for area in TITLES if area != off]
    for page in ("/my-offer", "/my-goals", "/rounds", "/rematch"):
        assert browser(as_=cast.coach).visit(page).status == 404
    areas = browser(as_=cast.admin).visit("/organisation/areas")
    assert "rounds that pair many at once with reasons" in areas.text


def test_whoever_lets_their_page_say_so_can_be_asked_in_the_directory(cast, browser):
    offer = an_offer(cast.coach)
    seen = browser(as_=cast.hr)
    assert "can be asked for" not in seen.visit(f"/people/{cast.coach.id}").text
    offer.in_directory = True
    db.session.commit()
    assert "Priya Nair can be asked for mentoring." in seen.visit(f"/people/{cast.coach.id}").text
    offer.paused_until = date(2027, 1, 31)
    db.session.commit()
    assert "can be asked for" not in seen.visit(f"/people/{cast.coach.id}").text


def test_a_pause_that_is_over_is_none(cast):
    offer = an_offer(cast.coach, paused_until=date(2026, 11, 26))
    assert offer.is_paused(date(2026, 11, 26))
    assert not offer.is_paused(date(2026, 11, 27))
