"""Who sees on which days somebody is away, and who writes it down: dates, and never a reason."""

from portal.people.models import DaysAway, Person


def see_days_away(person: Person, other: Person) -> bool:
    """The person themself, their manager of today, the coordinator and HR see the dates."""
    return person.has_role("coordinator") or add_days_away(person, other)


def add_days_away(person: Person, other: Person) -> bool:
    """The person themself, their manager of today and HR write down days away."""
    return person.id == other.id or person.has_role("hr") or person.manages(other.posts_held)


def change_days_away(person: Person, away: DaysAway) -> bool:
    """The person themself, their manager of today and HR change days away."""
    return add_days_away(person, away.person)


def withdraw_days_away(person: Person, away: DaysAway) -> bool:
    """The person themself, their manager of today and HR take days away back."""
    return add_days_away(person, away.person)
