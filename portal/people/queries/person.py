"""A person's page: who they are, the posts they hold and held, the roles they were given."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import set_committed_value

from portal.clock import today
from portal.database import db
from portal.people.models import DaysAway, Person, Post
from portal.people.posts.history import Line, lines
from portal.people.queries.posts import MOST_POSTS, posts_over_time
from portal.people.queries.profile import strengths_and_away
from portal.people.queries.stand_ins import StandingIn, standing_in
from portal.people.reaching import dialled
from portal.people.strengths import STRENGTHS, Strength


@dataclass(frozen=True, slots=True)
class PersonPage:
    """All that a card about a person shows."""

    person: Person
    posts: list[Post]
    standing: StandingIn
    strengths: list[Strength]
    away: DaysAway | None
    """The days away of today. Not everybody sees them: the page asks before it shows them."""

    @property
    def current(self) -> list[Post]:
        """The posts of today."""
        return [post for post in self.posts if post.covers(today())]

    @property
    def dials(self) -> str:
        """What a telephone dials to reach the person."""
        return dialled(self.person.phone)

    @property
    def lines(self) -> list[Line]:
        """The posts as a page tells them, with what changed in each."""
        return lines(self.posts, today())

    @property
    def others(self) -> list[Post]:
        """Posts that have ended or have yet to begin."""
        return [post for post in self.posts if not post.covers(today())]


def person_page(person_id: UUID) -> PersonPage:
    """The person with their posts, latest first, each with its team and manager (4 statements)."""
    person = db.session.get_one(Person, person_id)
    held = posts_over_time(person_id)
    if len(held) < MOST_POSTS:
        set_committed_value(person, "posts_held", held[::-1])  # the policies ask for them too
    keys, away = strengths_and_away(person_id, today())
    strengths = [STRENGTHS[key] for key in keys]
    return PersonPage(person, held, standing_in(person_id), strengths, away)


def is_anothers(email: str | None, person: Person) -> bool:
    """Whether the directory has this address for somebody else in the person's organisation."""
    other = select(Person.id).where(
        Person.organisation_id == person.organisation_id,
        Person.email == email,
        Person.id != person.id,
    )
    return email is not None and db.session.scalar(other) is not None


def has_number(staff_number: str | None, person: Person) -> bool:
    """Whether somebody else here has this staff number, or one that differs by zeros in front."""
    if staff_number is None:
        return False
    plain = func.upper(func.ltrim(Person.staff_number, "0"))
    others = select(Person.id).where(
        Person.organisation_id == person.organisation_id,
        Person.id != person.id,
        plain == (staff_number.lstrip("0") or "").upper(),
    )
    return db.session.scalar(others.limit(1)) is not None
