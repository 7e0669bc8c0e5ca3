"""Who may open a matching round, look at its pairs, and publish them."""

from portal.matching.models import PUBLISHED, MatchPair, MatchRound
from portal.people.models import Person


def see_rounds(person: Person) -> bool:
    """The coordinator: every round, and where it stands."""
    return person.has_role("coordinator")


def open_round(person: Person) -> bool:
    """The coordinator opens matching rounds."""
    return person.has_role("coordinator")


def see_round(person: Person, round: MatchRound) -> bool:
    """The coordinator: what a round comes to and why, never what people chose about themselves."""
    return person.has_role("coordinator")


def edit_round(person: Person, round: MatchRound) -> bool:
    """The coordinator; once the round is published or closed it leads back to its page."""
    return person.has_role("coordinator")


def propose_pairs(person: Person, round: MatchRound) -> bool:
    """The coordinator lets pairs be proposed, as often as they like until they are published."""
    return edit_round(person, round)


def publish_round(person: Person, round: MatchRound) -> bool:
    """The coordinator, once pairs are proposed: both of each pair are then asked."""
    return person.has_role("coordinator")


def withdraw_round(person: Person, round: MatchRound) -> bool:
    """The coordinator, until the round is published; then it leads back to its page."""
    return edit_round(person, round)


def ask_next(person: Person, round: MatchRound) -> bool:
    """The coordinator, for those whose pair came to nothing after the round was published."""
    return person.has_role("coordinator") and round.state == PUBLISHED


def see_pair(person: Person, pair: MatchPair) -> bool:
    """The coordinator: why two are proposed, and who else it could be."""
    return person.has_role("coordinator")


def change_pair(person: Person, pair: MatchPair) -> bool:
    """The coordinator chooses another or keeps a pair, until the two are asked."""
    return person.has_role("coordinator") and pair.proposal_id is None


def my_choices(person: Person, round: MatchRound) -> bool:
    """Everybody who works here, for themselves; once pairs are proposed it takes no more."""
    return person.is_active


def rematch(person: Person) -> bool:
    """The coordinator: who could take over when a coach or mentor leaves."""
    return person.has_role("coordinator")
