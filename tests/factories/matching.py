"""Offers, needs and rounds for tests."""

from dataclasses import asdict
from datetime import date
from typing import Any

from portal.database import db
from portal.matching import operations
from portal.matching.models import MatchPair, MatchRound, RuledOut, SupportNeed, SupportOffer
from portal.matching.values import Weights
from portal.people.models import Person, RoleHeld

TRAINED = date(2026, 5, 14)


def an_offer(person: Person, **said: Any) -> SupportOffer:
    """What somebody offers: mentoring for two people, with the training done."""
    usual: dict[str, Any] = {
        "kinds": ["mentoring"], "people": 2, "hours": 4, "practice": "families",
        "strengths": ["court-skills"], "languages": [], "trained_on": TRAINED, "identity": [],
    }  # fmt: skip
    identity = (usual := usual | said).pop("identity")
    offer = SupportOffer(organisation_id=person.organisation_id, person_id=person.id, **usual)
    offer.identity = identity
    db.session.add(offer)
    db.session.flush()
    return offer


def a_need(person: Person, **said: Any) -> SupportNeed:
    """What somebody looks for: mentoring, in court skills."""
    usual: dict[str, Any] = {
        "kinds": ["mentoring"], "goals": ["court-skills"], "practice": "families",
        "languages": [], "identity": [],
    }  # fmt: skip
    identity = (usual := usual | said).pop("identity")
    need = SupportNeed(organisation_id=person.organisation_id, person_id=person.id, **usual)
    need.identity = identity
    db.session.add(need)
    db.session.flush()
    return need


def a_mentor(person: Person, **said: Any) -> SupportOffer:
    """Somebody who is given the role of a mentor, with what they offer."""
    db.session.add(
        RoleHeld(
            organisation_id=person.organisation_id, person_id=person.id, role="mentor",
            started_on=date(2026, 1, 1),
        )
    )  # fmt: skip
    return an_offer(person, **said)


def a_round(by: Person, kind: str = "mentoring", **said: Any) -> MatchRound:
    """A round that is open until the middle of December."""
    usual: dict[str, Any] = {
        "name": "Spring 2027", "closes_on": date(2026, 12, 11), "days_to_answer": 14,
        "weights": asdict(Weights()),
    }  # fmt: skip
    made = MatchRound(
        organisation_id=by.organisation_id, opened_by_id=by.id, kind=kind, **(usual | said)
    )
    db.session.add(made)
    db.session.flush()
    return made


def a_proposed(by: Person, **said: Any) -> MatchRound:
    """A round in which pairs have been proposed."""
    made = a_round(by, **said)
    operations.propose_pairs(by, made)
    return made


def a_published(by: Person, **said: Any) -> MatchRound:
    """A round that has been published."""
    made = a_proposed(by, **said)
    operations.publish_round(by, made, started_on=date(2027, 1, 4))
    return made


def pair_of(made: MatchRound, person: Person) -> MatchPair:
    """What a round comes to for this person."""
    return db.session.query(MatchPair).filter_by(round_id=made.id, person_id=person.id).one()


def a_ruling_out(person: Person, other: Person) -> RuledOut:
    """Somebody who should not be paired with another."""
    return operations.rule_out(person, other)
