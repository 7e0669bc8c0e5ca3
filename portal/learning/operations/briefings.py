"""Teams are asked to talk about a published review, and say that they did."""

from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.learning.models import PublishedReview, TeamBriefing
from portal.learning.queries import briefings as queries
from portal.people.models import Person, Unit
from portal.web import days


class BriefingError(ValueError):
    """A briefing that cannot have been; the message says why."""


def ask_for_briefings(by: Person, review: PublishedReview) -> None:
    """Ask whoever manages in a team to have the review talked about there."""
    asked = f"Talk with your team about “{review.title}”: the briefing for it is there."
    for each in queries.managers_of_teams(review.organisation_id, today()):
        if each.id != by.id:
            notices.tell(each, asked, link=f"/learning-from-reviews/{review.id}", about=review)


def say_briefed(by: Person, review: PublishedReview, unit: Unit, day: date) -> TeamBriefing:
    """Say that a team has talked about a review; a second saying corrects the day.

    Raises BriefingError for a day to come, or before the review was published.
    """
    if day > today():
        raise BriefingError("Say it once it has taken place. This day is to come")
    if day < review.published_on:
        raise BriefingError(f"It was published on {days.short(review.published_on)}")
    briefing = (
        db.session.query(TeamBriefing).filter_by(review_id=review.id, unit_id=unit.id).first()
    )
    if briefing is not None and briefing.briefed_on == day:
        return briefing
    if briefing is None:
        briefing = TeamBriefing(
            organisation_id=review.organisation_id, review_id=review.id, unit_id=unit.id
        )
        db.session.add(briefing)
    briefing.briefed_on, briefing.briefed_by_id, briefing.briefed_by = day, by.id, by
    db.session.flush()
    facts = {"unit_id": str(unit.id), "briefed_on": day.isoformat()}
    audit.record(by, "learning.team_briefed", review, **facts)
    return briefing
