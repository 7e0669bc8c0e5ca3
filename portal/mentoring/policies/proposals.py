"""Who may propose a pair, see what was proposed, answer it and take it back."""

from portal.mentoring.models import PairProposal
from portal.people.models import Person


def see_proposals(person: Person) -> bool:
    """The coordinator: which pairs are proposed, and how many of the two have said yes."""
    return person.has_role("coordinator")


def see_proposal(person: Person, proposal: PairProposal) -> bool:
    """The two who are asked; the coordinator."""
    return proposal.joins(person) or person.has_role("coordinator")


def answer_proposal(person: Person, proposal: PairProposal) -> bool:
    """Each of the two, for themself, once."""
    return proposal.joins(person)


def withdraw_proposal(person: Person, proposal: PairProposal) -> bool:
    """The coordinator, until it has an outcome; after that they are led to what stands."""
    return person.has_role("coordinator")
