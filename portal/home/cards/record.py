"""My record: my post, my place on the lattice of careers, and who supports me."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.home.cards import learning, relief, rounds
from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.home.queries import pairs
from portal.mentoring.models import Pairing, PairProposal
from portal.pathways import queries as pathways
from portal.pathways.catalogue import Place
from portal.pathways.places import place_of
from portal.pathways.queries import HeldPost
from portal.pathways.queries.catalogue import catalogue_for
from portal.people.models import Person
from portal.people.titles import ROLE_TITLES
from portal.web import days


@dataclass(frozen=True)
class MyRecord:
    """What my home page says of myself; `ahead` are the titles one move away."""

    posts: list[HeldPost]
    here: Place | None
    ahead: tuple[str, ...]
    supporters: list[Any]
    for_a_while: tuple[tuple[str, date], ...] = ()


def card(person: Person, today: date) -> Card:
    """The card that everybody has."""
    posts = pathways.posts_of(person, today)
    here, ahead = (
        _place(person, posts, today) if person.organisation.has_area("pathways") else (None, ())
    )
    has_coaching = person.organisation.has_area("mentoring")
    own = pairs.own(person, today) if has_coaching else pairs.Own([], [], [])
    lasting = MyRecord(posts, here, ahead, own.supporters, _for_a_while(person, today))
    to_answer = [_answer(each, person, today) for each in own.asked]
    to_meet = [_meet(each, on, today) for each, _, on in own.supporters if on is not None]
    relieving = relief.needs(person, own.reliefs, today)
    asked = (
        *to_answer,
        *to_meet,
        *relieving,
        *_rounds(person, today),
        *learning.needs(person, today),
    )
    return Card("home/_my_record.html", lasting, _standing(posts), asked)


def _rounds(person: Person, today: date) -> Iterator[Need]:
    """What matching rounds ask of somebody, where they are in use."""
    if person.organisation.has_area("matching"):
        yield from rounds.needs(person, today)


def _answer(proposal: PairProposal, person: Person, today: date) -> Need:
    """To say yes or no to a pair that is proposed; nobody is hurried, so it is due today."""
    what = f"Say yes or no to {proposal.kind} with {proposal.other_than(person).name}"
    why = f"Proposed by {proposal.proposed_by.name}; answer by {days.in_words(proposal.lapses_on)}"
    return Need(what, why, today, f"/pairings/proposals/{proposal.id}")


def _meet(pairing: Pairing, on: date, today: date) -> Need:
    """The session that I planned with whoever supports me: to prepare, and later to log."""
    what = f"Session with {pairing.coach.name}"
    if on < today:
        return Need(what, "Planned; log it if you met", on, f"/pairings/{pairing.id}")
    return Need(what, "Planned; prepare for it", on, f"/pairings/{pairing.id}/prepare")


def _for_a_while(person: Person, today: date) -> tuple[tuple[str, date], ...]:
    """The roles that I hold until a day, and that end by themselves after it."""
    held = (each for each in person.roles_held if each.covers(today) and each.ended_on)
    return tuple(sorted((ROLE_TITLES[each.role], each.ended_on) for each in held if each.ended_on))


def _place(
    person: Person, posts: list[HeldPost], today: date
) -> tuple[Place | None, tuple[str, ...]]:
    catalogue = catalogue_for(person.organisation, today)
    found = (place_of(catalogue, post.job_title) for post in posts)
    here = next((place for place in found if place), None)
    ahead = tuple(catalogue.by_key[key].title for key in here.leads_to) if here else ()
    return here, ahead


def _standing(posts: list[HeldPost]) -> str:
    if not posts:
        return ""
    return f"You work as {posts[0].job_title} in {posts[0].team}."
