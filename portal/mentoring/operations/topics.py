"""What a session was about, kept by either of the two; the trail never says which topic."""

from collections.abc import Iterable

from sqlalchemy import delete

from portal import audit
from portal.database import db
from portal.mentoring import queries
from portal.mentoring.models import Session, SessionTopic
from portal.people.models import Person


def add_topics(session: Session, topics: Iterable[str]) -> None:
    """Keep what a session was about, beside what it says already; no entry, no flush."""
    db.session.add_all(
        SessionTopic(organisation_id=session.organisation_id, session_id=session.id, topic=topic)
        for topic in sorted(set(topics))
    )


def keep_topics(by: Person, session: Session, topics: Iterable[str]) -> None:
    """Keep what a session was about, in place of what was ticked before."""
    wanted, before = set(topics), set(queries.topics_of(session))
    if wanted == before:
        return
    if before - wanted:
        db.session.execute(
            delete(SessionTopic).where(
                SessionTopic.session_id == session.id, SessionTopic.topic.in_(before - wanted)
            )
        )
    add_topics(session, wanted - before)
    db.session.flush()
    audit.record(by, "mentoring.topics_kept", session, count=len(wanted))
