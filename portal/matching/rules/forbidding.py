"""What may never be: the hard rules of a pair, each with its sentence.

Source: the portal's domain notes, 7.6 and capabilities 36 and 37: no line manager and no assessor,
no conflict that either has named, capacity, training, one organisation; for mentoring nobody of
the same team, while a team's coach may coach there. No wish outweighs any of them.
"""

from portal.matching.values import Need, Offer

MENTORING = "mentoring"

ORGANISATION = "organisation"
THEMSELF = "themself"
MANAGER = "manager"
ASSESSOR = "assessor"
CONFLICT = "conflict"
TEAM = "team"
TRAINING = "training"
PLACES = "places"
RULES = (THEMSELF, ORGANISATION, MANAGER, ASSESSOR, CONFLICT, TEAM, TRAINING, PLACES)

# Each rule as it stands behind a number of people: "2 are in the same team".
ONE_IS = {
    THEMSELF: "is the person themself",
    ORGANISATION: "is in another organisation",
    MANAGER: "is their line manager",
    ASSESSOR: "is their assessor",
    CONFLICT: "is ruled out by one of the two",
    TEAM: "is in the same team",
    TRAINING: "has not done the training",
    PLACES: "has no place in this round",
}
MANY_ARE = ONE_IS | {
    ORGANISATION: "are in another organisation",
    MANAGER: "are their line managers",
    ASSESSOR: "are their assessors",
    CONFLICT: "are ruled out by one of the two",
    TEAM: "are in the same team",
    TRAINING: "have not done the training",
    PLACES: "have no place in this round",
}


def objections(need: Need, offer: Offer, kind: str) -> tuple[str, ...]:
    """The rules that stand against this pair, in the order of `RULES`; empty where it may be."""
    against = {
        THEMSELF: need.id == offer.id,
        ORGANISATION: need.organisation_id != offer.organisation_id,
        MANAGER: offer.id in need.managers,
        ASSESSOR: offer.id in need.assessors,
        CONFLICT: offer.id in need.conflicts or need.id in offer.conflicts,
        TEAM: kind == MENTORING and bool(need.teams & offer.teams),
        TRAINING: not offer.is_trained,
        PLACES: offer.places < 1,
    }
    return tuple(rule for rule in RULES if against[rule])


def may_be(need: Need, offer: Offer, kind: str) -> bool:
    """Whether no rule stands against this pair."""
    return not objections(need, offer, kind)
