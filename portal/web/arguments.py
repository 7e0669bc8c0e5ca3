"""What a reader put into an address or a form by hand, as values."""

from collections.abc import Iterable
from uuid import UUID

MOST = 100


def ids(texts: Iterable[str], most: int = MOST) -> list[UUID]:
    """Those of these texts that are ids, a hundred at most unless told; others are left out."""
    found = []
    for text in list(texts)[:most]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
