"""What sessions were about: of one session for its two, and totals of the scheme for others."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from portal.database import db
from portal.mentoring.models import Pairing, Session, SessionTopic
from portal.mentoring.topics import TOPICS

FEWEST_PEOPLE = 10
"""Totals of a topic are told only from so many people supported."""


def topics_of(session: Session) -> list[str]:
    """The keys of what this session was about, for the two of the pair alone."""
    kept = (
        select(SessionTopic.topic)
        .where(SessionTopic.session_id == session.id)
        .order_by(SessionTopic.topic)
        .limit(len(TOPICS))
    )
    return list(db.session.scalars(kept))


def topic_totals(organisation_id: UUID, since: date) -> list[tuple[str, int]]:
    """In how many sessions since a day each topic came up, most first; none from too few people.

    A topic that fewer than ten people spoke of is left out, so that it names nobody.
    """
    people = func.count(func.distinct(Pairing.supported_id))
    sessions = func.count(SessionTopic.id)
    counted = (
        select(SessionTopic.topic, sessions)
        .join(Session, Session.id == SessionTopic.session_id)
        .join(Pairing, Pairing.id == Session.pairing_id)
        .where(SessionTopic.organisation_id == organisation_id, Session.held_on >= since)
        .group_by(SessionTopic.topic)
        .having(people >= FEWEST_PEOPLE)
        .order_by(sessions.desc(), SessionTopic.topic)
        .limit(len(TOPICS))
    )
    return [(TOPICS[key], n) for key, n in db.session.execute(counted) if key in TOPICS]
