"""The support and assessment agreement: written in steps, signed by three, agreed anew."""

import pytest
from sqlalchemy import select

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import operations, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.models import Agreement, Signature, SignedText
from portal.induction.operations import StaleTextError
from portal.notices.models import Notice
from tests.conftest import NOW
from tests.factories.agreements import WORDS, a_hand_over, an_agreement, sign_all
from tests.factories.induction import an_induction, item_of
from tests.factories.people import a_person


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def signatures(subject):
    return queries.signatures_of([subject.id])


def told(person):
    return set(db.session.scalars(select(Notice.text).where(Notice.person_id == person.id)))


def test_what_the_portal_knows_is_filled_in(cast, year):
    agreement = operations.begin_agreement(cast.assessor, year)
    said = "\n".join(fact for section in agreement.text for fact in section.facts)
    assert "Newly qualified worker: Amira Khan" in said
    assert "Assessor: Dan Okoro" in said
    assert "Manager: Rosa Adeyemi" in said
    assert "3 month foundational review: " in said
    assert "Protected development time: One tenth" in said


def test_a_second_click_begins_nothing_more(cast, year):
    first = operations.begin_agreement(cast.assessor, year)
    assert operations.begin_agreement(cast.nqsw, year) is first


def test_nobody_signs_before_what_is_needed_is_written(cast, year):
    agreement = operations.begin_agreement(cast.assessor, year)
    with pytest.raises(NotPossibleError, match="Still to be written"):
        operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)


def test_a_signature_keeps_name_role_moment_statement_and_the_exact_text(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    [one] = signatures(agreement)
    assert (one.name, one.role, one.signed_at) == ("Amira Khan", "Newly qualified worker", NOW)
    assert one.statement == operations.AGREE
    text = db.session.get(SignedText, one.text_id)
    assert signing.digest_of(text.words) == one.digest == agreement.digest
    assert WORDS in text.words


def test_signing_what_was_changed_meanwhile_is_refused(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    read = agreement.digest
    operations.write_agreement_part(cast.assessor, agreement.parts[0], "And a mentor.")
    with pytest.raises(StaleTextError, match="has changed since you opened it"):
        operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=read)
    assert signatures(agreement) == []


def test_changing_a_word_makes_signatures_void_and_says_so(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    operations.write_agreement_part(cast.assessor, agreement.parts[0], "And a mentor.")
    [one] = signatures(agreement)
    assert one.voided_at is not None
    assert any("so your signature is void" in text for text in told(cast.nqsw))
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    assert len(signatures(agreement)) == 2


def test_saving_the_same_words_leaves_signatures_alone(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    part = next(each for each in agreement.parts if each.words)
    operations.write_agreement_part(cast.assessor, part, part.words)
    assert signatures(agreement)[0].voided_at is None


def test_signing_twice_is_signing_once(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    for _ in range(2):
        operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    assert len(signatures(agreement)) == 1


def test_signed_by_all_it_is_recorded_in_the_year_and_stays_as_it_is(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    sign_all(agreement, cast)
    assert agreement.signed_on == clock.today()
    assert item_of(year, "agreement").held_on == clock.today()
    with pytest.raises(NotPossibleError, match="Begin the next version instead"):
        operations.write_agreement_part(cast.nqsw, agreement.parts[0], "Too late")


def test_the_next_version_begins_from_the_one_before_which_can_still_be_read(cast, year):
    first = an_agreement(year, by=cast.assessor)
    sign_all(first, cast)
    read = first.digest
    second = operations.begin_agreement(cast.nqsw, year)
    db.session.flush()
    assert (second.number, second.reason) == (2, "change")
    assert [part.words for part in second.parts] == [part.words for part in first.parts]
    assert first.digest == read
    assert signatures(second) == []


def test_with_another_assessor_or_end_it_is_agreed_anew_for_that_reason(cast, year):
    sign_all(an_agreement(year, by=cast.assessor), cast)
    other = a_person(cast.hr, given="Nadia", family="Bell")
    a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    assert operations.begin_agreement(cast.nqsw, year).reason == "assessor"


def test_a_draft_follows_the_people_of_the_year_and_voids_what_was_signed(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    other = a_person(cast.hr, given="Nadia", family="Bell")
    a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    hers = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/agreement")
    assert "Assessor: Nadia Bell" in hers.text
    assert "Waits to be signed by you, the assessor" in hers.text
    hers.follow("Read and sign").submit("Sign as", agree="y")
    assert sorted(one.is_void for one in signatures(agreement)) == [False, True]
    assert any("so your signature is void" in text for text in told(cast.nqsw)) is False
    assert agreement.assessor_id == other.id


def test_once_somebody_has_signed_a_day_that_moves_voids_nothing(cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    operations.book_item(cast.assessor, item_of(year, "review-6"), clock.today())
    queries.follow(agreement)
    assert signatures(agreement)[0].digest == agreement.digest


def test_what_all_have_signed_never_follows(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    sign_all(agreement, cast)
    other = a_person(cast.hr, given="Nadia", family="Bell")
    a_hand_over(year, other, by=cast.coordinator, from_on=clock.today())
    page = browser(as_=cast.coordinator).visit(f"/agreements/{agreement.id}")
    assert "Assessor: Dan Okoro" in page.text
    assert "Nadia Bell" not in page.text


def test_entries_hold_no_words(cast, year):
    sign_all(an_agreement(year, by=cast.assessor), cast)
    kept = [str(entry.particulars) for entry in db.session.query(AuditEntry)]
    assert not any(WORDS in one or "Amira" in one for one in kept)


def test_the_page_begins_writes_and_signs(browser, cast, year):
    mine = browser(as_=cast.assessor)
    page = mine.visit(f"/inductions/{year.id}/agreement")
    assert "is not begun yet" in page.text
    page.submit("Begin the agreement")
    assert "Still to be written before it can be signed" in page.text
    for title in (
        "Reflective supervision",
        "Development time and workload",
        "What I want to learn",
    ):
        page.visit(f"/inductions/{year.id}/agreement").follow(title)
        page.submit("Save and go on", words=WORDS)
    page.visit(f"/inductions/{year.id}/agreement").follow("Read and sign")
    assert "You sign as Dan Okoro, the assessor" in page.text
    page.submit("Sign as")
    assert page.status == 422
    page.submit("Sign as", agree="y")
    assert "Waits to be signed by the newly qualified worker and the manager." in page.text
    hers = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/agreement")
    assert "Waits to be signed by you and the manager." in hers.text


def test_a_page_that_was_read_before_a_change_signs_nothing(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    hers = browser(as_=cast.nqsw).visit(f"/agreements/{agreement.id}/signature")
    operations.write_agreement_part(cast.assessor, agreement.parts[0], "And a mentor.")
    hers.submit("Sign as", agree="y")
    assert hers.status == 409
    assert "The text has changed since you opened it" in hers.text
    assert "And a mentor." in hers.text
    assert db.session.query(Signature).count() == 0
    hers.submit("Sign as", agree="y")
    assert db.session.query(Signature).one().person_id == cast.nqsw.id


def test_a_double_click_signs_once(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    hers = browser(as_=cast.nqsw)
    address, digest = f"/agreements/{agreement.id}/signature", agreement.digest
    for _ in range(2):
        hers.post(address, agree="y", digest=digest)
        assert hers.status == 200
    assert db.session.query(Signature).count() == 1


def test_two_windows_on_one_step_lose_no_words(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    address = f"/agreement-parts/{agreement.parts[0].id}"
    one, other = browser(as_=cast.nqsw).visit(address), browser(as_=cast.assessor).visit(address)
    one.submit("Save and go on", words="Hers")
    other.submit("Save and go on", words="His")
    assert other.status == 409
    assert "His" in other.text
    assert "Hers" in other.text
    other.submit("Save and go on", words="Both")
    db.session.expire_all()
    assert db.session.get(Agreement, agreement.id).parts[0].words == "Both"


def test_a_step_saved_after_all_have_signed_is_refused_and_its_words_are_kept(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    hers = browser(as_=cast.nqsw).visit(f"/agreement-parts/{agreement.parts[0].id}")
    sign_all(agreement, cast)
    hers.submit("Save and go on", words="One thing more")
    assert hers.status == 422
    assert "Everybody has signed this version, so it stays as it is" in hers.text
    assert "Begin the next version instead" in hers.text
    assert "One thing more" in hers.html


def test_words_that_could_name_a_family_are_asked_about_and_kept(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    hers = browser(as_=cast.nqsw).visit(f"/agreement-parts/{agreement.parts[0].id}")
    hers.submit("Save and go on", words="Call 07700 900123 about it")
    assert hers.status == 422
    assert "Call 07700 900123 about it" in hers.html
    hers.submit("Save and go on", is_checked="y")
    assert hers.status == 200


def test_too_many_words_are_kept_and_refused(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    hers = browser(as_=cast.nqsw).visit(f"/agreement-parts/{agreement.parts[0].id}")
    hers.submit("Save and go on", words="a" * 5001)
    assert hers.status == 422
    assert "a" * 5001 in hers.html


def test_the_coordinator_reads_and_does_not_sign(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    hers = browser(as_=cast.coordinator).visit(f"/inductions/{year.id}/agreement")
    assert hers.status == 200
    assert "Read and sign" not in hers.text
    hers.visit(f"/agreements/{agreement.id}/signature")
    assert hers.status == 403


def test_the_text_that_was_signed_is_read_word_for_word(browser, cast, year):
    agreement = an_agreement(year, by=cast.assessor)
    operations.sign_agreement(cast.nqsw, agreement, party=signing.NQSW, digest=agreement.digest)
    operations.write_agreement_part(cast.assessor, agreement.parts[0], "And a mentor.")
    hers = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/agreement")
    hers.follow("the text signed on")
    assert hers.heading == "A text as it was signed"
    assert "And a mentor." not in hers.text


def test_pages_ask_the_database_little(browser, cast, year, statements):
    sign_all(an_agreement(year, by=cast.assessor), cast)
    operations.begin_agreement(cast.assessor, year)
    mine = browser(as_=cast.nqsw)
    mine.send("get", f"/inductions/{year.id}/agreement")
    statements.clear()
    mine.send("get", f"/inductions/{year.id}/agreement")
    assert len(statements) <= 12, "\n".join(statements)


def test_the_assessor_writes_three_sentences_at_most(cast, year):
    """What has to be typed takes at most two minutes: 30 s a sentence, 5 s a tick."""
    agreement = operations.begin_agreement(cast.assessor, year)
    needed = [part for part in agreement.parts if part.step.required]
    assert len(needed) * 30 + 5 <= 120
