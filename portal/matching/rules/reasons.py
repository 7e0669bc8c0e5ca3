"""Why a pair is proposed, in words: what they have in common, and what speaks against it.

Nobody is shown a score without its reasons. What somebody asked to count about themself is never
named: the sentence says only that they share it, and of days of qualifying only whether two years
lie between. Labels are the words for keys (strengths, areas
of practice, languages); a key without one stands for itself.
"""

from collections.abc import Callable, Mapping

from portal.matching.rules import wishing
from portal.matching.values import WISHES, Need, Offer, Weights

Labels = Mapping[str, str]
PLACES_IN_RANKING = ("first", "second", "third")
YOU = "you"
"""The name of whoever reads the reasons about themself."""


def reasons(need: Need, offer: Offer, weights: Weights, labels: Labels) -> tuple[str, ...]:
    """What speaks for this pair, the weightiest first; wishes that count nothing are not named."""
    found = wishing.shares(need, offer)
    counted = {wish: getattr(weights, wish) * found[wish] for wish in WISHES if wish in _WORDS}
    order = sorted((wish for wish, worth in counted.items() if worth), key=lambda w: -counted[w])
    return tuple(_WORDS[wish](need, offer, labels) for wish in order)


def cautions(need: Need, offer: Offer) -> tuple[str, ...]:
    """What the two should know before they agree: facts, whatever they weigh."""
    said = []
    if need.days and offer.days and not need.days & offer.days:
        said.append("They work on no day together.")
    if need.goals and not need.goals & offer.strengths:
        said.append("None of the goals is among what is offered.")
    if offer.id in need.declined:
        said.append("One of them said no to the other before.")
    if need.qualified_on is None or offer.qualified_on is None:
        said.append("It is not known how much longer one has been qualified.")
    return tuple(said)


def _listed(keys: frozenset[str], labels: Labels) -> str:
    return ", ".join(sorted(labels.get(key, key) for key in keys))


def _goals(need: Need, offer: Offer, labels: Labels) -> str:
    shared = need.goals & offer.strengths
    how_many = "every goal" if shared == need.goals else f"{len(shared)} of {len(need.goals)} goals"
    return f"Can help with {how_many}: {_listed(shared, labels)}."


def _ranking(need: Need, offer: Offer, labels: Labels) -> str:
    place = PLACES_IN_RANKING[need.ranking.index(offer.id)]
    return f"Your {place} choice." if need.name == YOU else f"The {place} choice of {need.name}."


def _days(need: Need, offer: Offer, labels: Labels) -> str:
    shared = need.days & offer.days
    if shared == need.days:
        works = "work" if need.name == YOU else "works"
        return f"Works on every day that {need.name} {works}."
    return f"Both work on {', '.join(sorted(shared, key=_WEEK.index))}."


def _identity(need: Need, offer: Offer, labels: Labels) -> str:
    return f"Shares something about themself that {need.name} asked to count."


_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WORDS: dict[str, Callable[[Need, Offer, Labels], str]] = {
    "goals": _goals,
    "ranking": _ranking,
    "days": _days,
    "practice": lambda need, offer, labels: (
        f"Both work in {labels.get(need.practice, need.practice)}."
    ),
    "base": lambda need, offer, labels: f"Both are based at {need.base}.",
    "experience": lambda need, offer, labels: "Qualified at least two years longer.",
    "language": lambda need, offer, labels: (
        f"Both speak {_listed(need.languages & offer.languages, labels)}."
    ),
    "identity": _identity,
}
assert wishing.SHARES.keys() >= _WORDS.keys()
