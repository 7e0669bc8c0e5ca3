"""Who may see posts over time, and who may write them down."""

from portal.people.models import Person, Post
from portal.people.policies.directory import KEEPERS


def see_posts(person: Person, other: Person) -> bool:
    """The person themself, their manager of today, HR and administrators see posts over time."""
    if person.id == other.id or person.has_role(*KEEPERS):
        return True
    return person.manages(other.posts_held)


def see_terms(person: Person, post: Post) -> bool:
    """Grade and hours of a post: its holder, their manager of today, HR and administrators."""
    own = post.person_id is not None and post.person_id == person.id
    return own or person.has_role(*KEEPERS) or person.manages([post])


def see_every_term(person: Person) -> bool:
    """HR and administrators see whole-time equivalents and everybody's grade and hours."""
    return person.has_role(*KEEPERS)


def add_post(person: Person, other: Person) -> bool:
    """HR and administrators write down a post that somebody else takes up."""
    return person.has_role(*KEEPERS) and person.id != other.id


def change_post(person: Person, post: Post) -> bool:
    """HR and administrators change a post from a day on, never their own."""
    return _keeps(person, post)


def correct_post(person: Person, post: Post) -> bool:
    """HR and administrators put right what is written down about a post, never their own."""
    return _keeps(person, post)


def end_post(person: Person, post: Post) -> bool:
    """HR and administrators end a post on a day, never their own."""
    return _keeps(person, post)


def withdraw_post(person: Person, post: Post) -> bool:
    """HR and administrators take back what has not begun yet, never their own."""
    return _keeps(person, post)


def fill_post(person: Person, post: Post) -> bool:
    """HR and administrators say who takes up a vacant post."""
    return person.has_role(*KEEPERS) and post.person_id is None


def _keeps(person: Person, post: Post) -> bool:
    """Whether somebody keeps posts, and this one is not their own: it says what they are paid."""
    return person.has_role(*KEEPERS) and post.person_id != person.id
