"""What a page of the directory shows, found in the way that costs least for what is sought."""

from uuid import UUID

from portal.people.queries.directory import CAP, found, matching
from portal.people.queries.listed import listed
from portal.people.queries.typed import COUNTED, FIRST, Shown, typed
from portal.people.sought import Sought
from portal.web.lists import SIZE


def shown(
    organisation_id: UUID, sought: Sought, *, after: str | None = None, while_typing: bool = False
) -> Shown:
    """A page of whoever is sought, with how many there are. While somebody types, the first few."""
    size = FIRST if while_typing else SIZE
    if not after and sought.is_of_words_alone:
        quick = typed(
            organisation_id, sought.query, size=size, cap=COUNTED if while_typing else CAP
        )
        if quick is not None:
            return quick
    elif not after:
        first = listed(organisation_id, sought, size=size)
        if first is not None:
            return first
    everybody = matching(organisation_id, sought)
    return Shown(found(everybody, after=after, size=size), everybody.number, everybody.more)
