"""The card that tells somebody alone how others moved on, at two to three years."""

from datetime import date

from portal.home.cards.card import Card
from portal.pathways import moving_on, queries
from portal.pathways.places import place_of
from portal.pathways.queries.catalogue import catalogue_for
from portal.people.models import Person


def card(person: Person, today: date) -> Card | None:
    """The sentence, where there is one to say; most people are asked nothing for it."""
    if not moving_on.is_time(person.qualified_on, today):
        return None
    catalogue = catalogue_for(person.organisation, today)
    placed = (place_of(catalogue, post.job_title) for post in queries.posts_of(person, today))
    here = next((place for place in placed if place), None)
    told = queries.told_of_others(person, catalogue, here, today)
    return Card("home/_moving_on.html", told) if told else None
