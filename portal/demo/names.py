"""Names for invented people: believable together, each used once, the same for the same seed."""

import unicodedata
from dataclasses import dataclass, field
from random import Random

from portal.demo import data


@dataclass
class Names:
    """A draw of names without repeats; `taken` starts with the names of the cast."""

    chance: Random
    taken: set[tuple[str, str]] = field(default_factory=set)

    def draw(self) -> tuple[str, str]:
        """A given and a family name that nobody has yet."""
        groups = data.name_groups()
        while True:
            group = self.chance.choices(groups, [group.share for group in groups])[0]
            name = (self.chance.choice(group.given), self.chance.choice(group.family))
            if name not in self.taken:
                self.taken.add(name)
                return name


def address(given: str, family: str, domain: str) -> str:
    """The work address that goes with a name: plain letters, a dot, the organisation's domain."""
    return f"{_plain(given)}.{_plain(family)}@{domain}"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
