"""How leave counts is published: the rules before stay in the list with their words."""

from datetime import date

from portal import audit
from portal.database import db
from portal.pathways import queries
from portal.pathways.models import PublishedLeaveRule
from portal.people.models import Person


def publish_leave_rule(
    by: Person, *, months: int | None, since: date, words: str
) -> PublishedLeaveRule:
    """Say how much of one absence counts as time in a role from a day on; None for all of it."""
    before = queries.leave_rules(by.organisation_id)
    published = PublishedLeaveRule(
        organisation_id=by.organisation_id, number=before[0].number + 1 if before else 1,
        months=months, since=since, words=words, published_by_id=by.id,
    )  # fmt: skip
    db.session.add(published)
    db.session.flush()
    facts = {"months": months, "since": since.isoformat(), "number": published.number}
    audit.record(by, "pathways.leave_rule_published", published, **facts)
    return published
