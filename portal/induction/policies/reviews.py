"""Who may see, write, sign and reopen the reviews of a year."""

from portal.induction.models import Induction, InductionItem, Review, ReviewComment
from portal.induction.policies.signatures import parties_of
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def reviews(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def review(person: Person, review: Review) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, review.induction)


def begin_review(person: Person, item: InductionItem) -> bool:
    """While the year lasts: the person, the assessor, the manager and the coordinator."""
    here = person.organisation_id == item.organisation_id
    runs = here and item.induction.is_open and person.has_role("coordinator")
    return runs or bool(parties_of(person, item.induction))


def fill_in_review(person: Person, review: Review) -> bool:
    """While the year lasts: the assessor and the coordinator."""
    induction = review.induction
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return False
    return induction.is_assessed_by(person) or person.has_role("coordinator")


def write_comment(person: Person, comment: ReviewComment) -> bool:
    """While the year lasts: the one of the three whose comment it is."""
    return comment.party in parties_of(person, comment.review.induction)


def sign_review(person: Person, review: Review) -> bool:
    """While the year lasts: the person, the assessor and the manager, each for themself."""
    return bool(parties_of(person, review.induction))


def reopen_review(person: Person, review: Review) -> bool:
    """The induction coordinator."""
    here = person.organisation_id == review.organisation_id
    return here and person.has_role("coordinator")
