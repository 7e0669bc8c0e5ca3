"""Who manages or assesses somebody mentors them only where it was approved by name."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction.entry import NotPossibleError
from portal.induction.operations import Entrant, enrol_each
from portal.induction.operations.handovers import choose_assessor
from portal.mentoring import operations
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.models import ConflictApproved, Pairing, PairProposal
from portal.notices.models import Notice
from portal.people.models import RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import ASYE, an_induction
from tests.factories.mentoring import a_pairing, a_proposal, an_approved_conflict

Open = Callable[..., Browser]
NEXT_WEEK = date(2026, 11, 30)


def propose(cast: Cast, mentor: object, **given: object) -> list[PairProposal]:
    return operations.propose_each(
        cast.coordinator, [(mentor, cast.nqsw)], kind="mentoring", started_on=NEXT_WEEK, **given
    )


def test_a_manager_mentors_once_it_is_approved_and_the_trail_has_no_reason(cast: Cast) -> None:
    with pytest.raises(NotEligibleError, match="Rosa Adeyemi is the line manager of Amira Khan"):
        propose(cast, cast.manager)
    operations.approve_conflict(
        cast.principal, coach=cast.manager, supported=cast.nqsw, conflict="manager",
        reason="Nobody else here knows this work.",
    )  # fmt: skip
    told = {each.person_id: each.text for each in db.session.query(Notice)}
    assert told[cast.nqsw.id] == (
        "Hannah Zając approved that Rosa Adeyemi may support you, though Rosa Adeyemi manages you."
        " Read why."
    )
    assert "you may support Amira Khan, whom you manage." in told[cast.manager.id]
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.conflict_approved").one()
    assert "reason" not in entry.particulars
    assert propose(cast, cast.manager)


def test_what_was_approved_of_a_manager_does_not_cover_an_assessor(cast: Cast) -> None:
    an_approved_conflict(cast, "manager")
    assesses = {cast.nqsw.id: [cast.manager.id, cast.assessor.id]}
    assert propose(cast, cast.manager, assessors=assesses)
    with pytest.raises(NotEligibleError, match="Dan Okoro assesses Amira Khan"):
        propose(cast, cast.assessor, assessors=assesses)


def test_an_assessor_may_coach_whom_they_assess(cast: Cast) -> None:
    made = operations.propose_each(
        cast.coordinator, [(cast.assessor, cast.nqsw)], kind="coaching", started_on=NEXT_WEEK,
        assessors={cast.nqsw.id: [cast.assessor.id]},
    )  # fmt: skip
    assert made


def test_the_page_that_pairs_people_knows_who_assesses(cast: Cast, browser: Open) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    db.session.add(
        RoleHeld(
            organisation_id=cast.nqsw.organisation_id, person_id=cast.assessor.id, role="mentor",
            started_on=date(2024, 1, 1),
        )
    )  # fmt: skip
    page = browser(as_=cast.coordinator).visit("/pairings/new")
    page.submit(
        "Save and tell them", coach=str(cast.assessor.id), people=str(cast.nqsw.id),
        kind="mentoring",
    )  # fmt: skip
    assert page.status == 422
    assert "Dan Okoro assesses Amira Khan: choose somebody else" in page.text
    page.follow("approved by name, with a reason")
    page.submit(
        "Approve and tell both", coach="okoro", supported="amira", conflict="assessor",
        reason="The only one who signs.",
    )  # fmt: skip
    assert page.heading == "An approved conflict"
    assert "The only one who signs." in page.text
    page.visit("/pairings/new")
    page.submit(
        "Save and tell them", coach=str(cast.assessor.id), people=str(cast.nqsw.id),
        kind="mentoring",
    )  # fmt: skip
    assert "Proposed to Dan Okoro and Amira Khan." in page.text


@pytest.mark.parametrize("is_paired", [True, False])
def test_who_mentors_or_is_asked_to_is_named_as_assessor_only_once_approved(
    cast: Cast, is_paired: bool
) -> None:
    if is_paired:
        a_pairing(coach=cast.coach, supported=cast.nqsw, kind="mentoring")
    else:
        a_proposal(cast)
    entrant = Entrant(cast.nqsw, NEXT_WEEK, Decimal(1))
    with pytest.raises(NotPossibleError, match="Priya Nair mentors Amira Khan"):
        enrol_each(cast.coordinator, [entrant], programme=ASYE, assessor=cast.coach)
    year = an_induction(cast.nqsw, by=cast.coordinator)
    with pytest.raises(NotPossibleError, match="Priya Nair mentors Amira Khan"):
        choose_assessor(cast.coordinator, year, cast.coach)
    operations.approve_conflict(
        cast.coordinator, coach=cast.coach, supported=cast.nqsw, conflict="assessor", reason="Few."
    )
    assert choose_assessor(cast.coordinator, year, cast.coach)


def test_a_name_that_means_nobody_or_several_is_asked_about(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.principal).visit("/").follow("Approved conflicts of coaches")
    assert "No conflict has been approved." in page.text
    page.follow("Approve one by name")
    page.submit("Approve and tell both", coach="zzz", supported="amira", conflict="manager")
    assert page.status == 422
    assert "Say why" in page.text
    page.submit("Approve and tell both", reason="Because.")
    assert "Nobody here is found by this" in page.text
    page.submit("Approve and tell both", coach="khan")
    assert "Nobody supports themself" in page.text
    assert db.session.query(ConflictApproved).count() == 0


@pytest.mark.parametrize(
    ("who", "status"),
    [("nqsw", 200), ("manager", 200), ("coordinator", 200), ("principal", 403), ("hr", 403)],
)
def test_the_two_and_the_coordinator_read_the_reason(
    cast: Cast, browser: Open, who: str, status: int
) -> None:
    approved = an_approved_conflict(cast)
    page = browser(as_=getattr(cast, who)).visit(f"/pairings/conflicts/{approved.id}")
    assert page.status == status
    assert ("Nobody else here knows this work." in page.text) == (status == 200)


def test_the_list_has_no_reason(cast: Cast, browser: Open) -> None:
    an_approved_conflict(cast)
    page = browser(as_=cast.principal).visit("/pairings/conflicts")
    assert "Rosa Adeyemi" in page.text
    assert "knows this work" not in page.html
    assert db.session.query(Pairing).count() == 0


@pytest.mark.parametrize(
    ("who", "words"),
    [("nqsw", "Approved although Rosa Adeyemi manages you: read why"),
     ("manager", "Approved although you manage Amira Khan: read why"),
     ("coordinator", "Approved although Rosa Adeyemi manages Amira Khan: read why")],
)  # fmt: skip
def test_the_page_of_the_pair_leads_to_what_was_approved(
    cast: Cast, browser: Open, who: str, words: str
) -> None:
    an_approved_conflict(cast)
    pairing = a_pairing(coach=cast.manager, supported=cast.nqsw, kind="mentoring")
    page = browser(as_=getattr(cast, who)).visit(f"/pairings/{pairing.id}").follow(words)
    assert "Nobody else here knows this work." in page.text


def test_pairing_a_coach_with_whom_they_assess_asks_whether_that_is_meant(
    cast: Cast, browser: Open
) -> None:
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.coach)
    page = browser(as_=cast.coordinator).visit("/pairings/new")
    assert "coach and assess the same person" not in page.text
    page.submit("Save and tell them", coach=str(cast.coach.id), people=str(cast.nqsw.id))
    assert page.status == 422
    assert "Priya Nair assesses Amira Khan. Tick this if that is meant so" in page.text
    page.submit("Save and tell them", assesses_too="y")
    assert "Proposed to Priya Nair and Amira Khan." in page.text
