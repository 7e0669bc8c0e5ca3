"""What a page shows of the signatures on a text: who signed when, and for whom it waits.

It puts together what `queries` found and what `signing` says of it, for one reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.induction import signing
from portal.induction.models import Signature


@dataclass(frozen=True)
class Signed:
    """The signatures on one text as it is now, for a reader who signs as `mine` (or as nobody)."""

    digest: str
    parties: Sequence[str]
    given: Sequence[Signature]
    mine: Sequence[str] = ()

    @property
    def rows(self) -> list[tuple[str, Signature | None]]:
        """Each party's role with its standing signature, or nothing yet."""
        stands = {one.party: one for one in self.given if not one.is_void}
        return [
            (signing.ROLES[party], one if one and one.digest == self.digest else None)
            for party in self.parties
            for one in [stands.get(party)]
        ]

    @property
    def void(self) -> list[Signature]:
        """The signatures that stand no more: voided, or on words that are no longer there."""
        return [one for one in self.given if one.is_void or one.digest != self.digest]

    @property
    def missing(self) -> list[str]:
        """The parties it waits for."""
        return signing.missing(self.given, self.digest, self.parties)

    @property
    def is_begun(self) -> bool:
        """Whether anybody has signed the text as it is now."""
        return len(self.missing) < len(self.parties)

    @property
    def is_whole(self) -> bool:
        """Whether all have signed."""
        return not self.missing

    @property
    def asked(self) -> str:
        """As which party the reader's own signature is awaited, or ""."""
        return next((party for party in self.missing if party in self.mine), "")

    @property
    def has_mine(self) -> bool:
        """Whether the reader's own signature stands on the text as it is now."""
        return bool(self.mine) and not self.asked

    @property
    def sentence(self) -> str:
        """For whom it waits, in words."""
        return signing.waits(self.missing, self.mine)
