"""Who may arrange that somebody acts up, is seconded, or covers for somebody else."""

from portal.people.models import Cover, Person, Post
from portal.people.policies.directory import KEEPERS


def act_up(person: Person, other: Person) -> bool:
    """HR and administrators may let somebody else act up, never themselves."""
    return person.id != other.id and person.has_role(*KEEPERS)


def change_acting_up(person: Person, post: Post) -> bool:
    """HR and administrators may change or end acting up and secondments, never their own."""
    is_anothers = post.person_id is not None and post.person_id != person.id
    return post.basis != "" and is_anothers and person.has_role(*KEEPERS)


def arrange_cover(person: Person, post: Post) -> bool:
    """HR and administrators may arrange who covers a post; nobody gives cover to themself."""
    return person.has_role(*KEEPERS)


def change_cover(person: Person, cover: Cover) -> bool:
    """HR and administrators may change or end cover, never what they give themselves."""
    return cover.person_id != person.id and person.has_role(*KEEPERS)
