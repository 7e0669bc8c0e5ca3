"""The words of a form that arrived after its session had ended, kept until its writer is back.

They travel signed inside the sign-in form, never in the database and never in a cookie, and
are given back only to the account that was signed in when they were typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from portal.web import signing

LARGEST = 400_000  # bytes of the signed text; a form of ours may hold 500 kB in all
LONGEST_WAIT = 12 * 60 * 60  # seconds: no session lasts longer, so nor does what it left
PURPOSE = "carried form"
NEVER_CARRIED = ("password", "csrf_token")
BOOKKEEPING = {"form_key", "version"}


@dataclass(frozen=True)
class Carried:
    """A form on its way back to its page: where it goes, what it says, who typed it."""

    path: str
    fields: tuple[tuple[str, str], ...]
    account_id: UUID | None

    def belongs_to(self, account_id: UUID) -> bool:
        """Whether this account typed it. Words whose writer is unknown belong to nobody."""
        return self.account_id is not None and self.account_id == account_id

    @property
    def answers(self) -> list[tuple[str, str]]:
        """What was answered, by name of field; ids and the form's own bookkeeping say nothing."""
        return [
            (name.replace("_", " ").capitalize(), value)
            for name, value in self.fields
            if name not in BOOKKEEPING and value.strip() and not _is_id(value)
        ]

    @classmethod
    def of(cls, content: Any) -> Self:
        """The form that `pack` wrote down."""
        path, fields, account = content
        pairs = tuple((str(name), str(value)) for name, value in fields)
        return cls(str(path), pairs, UUID(account) if account else None)


def pack(path: str, fields: Iterable[tuple[str, str]], account_id: UUID | None) -> str:
    """The form as one signed text, or "" when it is too large to carry.

    `fields` are the names and values as they came, repeated names included (for instance
    `request.form.items(multi=True)`). Passwords and the old CSRF token stay behind.
    """
    kept = [[name, value] for name, value in fields if not _is_private(name)]
    content = [path, kept, str(account_id) if account_id else None]
    packed = signing.pack(content, purpose=PURPOSE)
    return packed if len(packed) <= LARGEST else ""


def unpack(signed: str | None) -> Carried | None:
    """The form inside a signed text; None when it was changed, is too old or is none."""
    if not signed or len(signed) > LARGEST:
        return None
    content = signing.unpack(signed, purpose=PURPOSE, seconds=LONGEST_WAIT)
    return Carried.of(content) if content else None


def _is_private(name: str) -> bool:
    return any(word in name.lower() for word in NEVER_CARRIED)


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True
