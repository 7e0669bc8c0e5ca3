"""The courses that ship with the portal, and what people can hold that expires: data, read once.

Pure. `months_valid` is in months; None means that it does not expire.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

_HERE = Path(__file__).parent


class AnyCourse(Protocol):
    """A course, whether it ships with the portal or is the organisation's own."""

    @property
    def key(self) -> str:
        """The word by which pathways ask for it."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def about(self) -> str:
        """What it is, in a sentence or two."""

    @property
    def months_valid(self) -> int | None:
        """After how many months a refresher is due; None: never."""

    @property
    def is_offered(self) -> bool:
        """Whether it can still be planned and booked."""

    @property
    def version(self) -> int:
        """Which version of its words this is; 0 as it ships."""


@dataclass(frozen=True)
class ShippedCourse:
    """A course as it ships with the portal."""

    key: str
    title: str
    about: str
    months_valid: int | None = None
    is_offered: bool = True
    version: int = 0


@dataclass(frozen=True)
class Kept:
    """Something that people hold and that expires: an approval, a stage, a check."""

    key: str
    kind: str
    title: str
    months: int | None = None


PRACTICE_EDUCATOR: Final = "practice educator"
APPROVAL: Final = "approval"
TRAINING: Final = "training"
OTHER: Final = "other"
KINDS = (PRACTICE_EDUCATOR, APPROVAL, TRAINING, OTHER)


def _read(name: str, of: str) -> list[dict[str, Any]]:
    table: dict[str, Any] = tomllib.loads((_HERE / name).read_text("utf-8"))
    return list(table[of])


SHIPPED: dict[str, ShippedCourse] = {
    row["key"]: ShippedCourse(**row) for row in _read("courses.toml", "course")
}
KEPT: dict[str, Kept] = {row["key"]: Kept(**row) for row in _read("registers.toml", "kept")}
