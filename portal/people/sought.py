"""What somebody seeks in the directory: words of names and filters, as an address carries them.

Whatever an address says that is no choice of ours (a strength nobody knows, a day that is none) is
left out, so every address shows a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.people.staff_list.cells import WEEK
from portal.people.strengths import STRENGTHS
from portal.people.titles import ROLE_TITLES
from portal.web.arguments import ids
from portal.web.days import WEEKDAYS

LONGEST_WORDS = 200
# The roles in which people can be asked for help; the others say what somebody is.
ROLES_TO_TURN_TO = (
    "coach", "mentor", "assessor", "manager", "consultant", "coordinator", "principal", "hr",
    "admin",
)  # fmt: skip
DAYS = dict(zip(WEEK, WEEKDAYS, strict=True))
FILTERS = ("unit", "job", "base", "strength", "day", "role")


@dataclass(frozen=True, slots=True)
class Sought:
    """What the people of a list have in common; what is empty leaves nobody out."""

    query: str = ""
    unit_id: UUID | None = None
    job_title: str = ""
    base: str = ""
    strength: str = ""
    day: str = ""
    role: str = ""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> "Sought":
        """What the words behind the question mark of an address ask for."""
        return cls(
            query=_words(address, "q"),
            unit_id=next(iter(ids([address.get("unit", "")])), None),
            job_title=_words(address, "job"),
            base=_words(address, "base"),
            strength=_one_of(STRENGTHS, address, "strength"),
            day=_one_of(DAYS, address, "day"),
            role=_one_of(ROLES_TO_TURN_TO, address, "role"),
        )

    @property
    def is_of_words_alone(self) -> bool:
        """Whether people are sought by their names and nothing else."""
        return self == Sought(query=self.query)

    def chosen(self) -> list[tuple[str, str]]:
        """Each filter that is set, as an address carries it."""
        unit = str(self.unit_id or "")
        values = (unit, self.job_title, self.base, self.strength, self.day, self.role)
        return [(name, value) for name, value in zip(FILTERS, values, strict=True) if value]

    def removable(self, unit: str) -> list[tuple[str, str]]:
        """Each filter that is set: its name in the address, and what it says. `unit` is a name."""
        said = {
            "unit": unit,
            "job": self.job_title,
            "base": self.base,
            "strength": self.strength and STRENGTHS[self.strength].label,
            "day": self.day and f"Works on {DAYS[self.day]}s",
            "role": self.role and ROLE_TITLES[self.role],
        }
        return [(name, said[name]) for name in FILTERS if said[name]]

    def sentence(self, number: int, more: bool, unit: str) -> str:
        """What is shown, in a sentence without its full stop; `more` when there are still more."""
        is_one = number == 1 and not more
        said = [f"{number:,}{'+' if more else ''} {'person' if is_one else 'people'}"]
        said += [f"found for {self.query}"] if self.query else []
        said += [f"in {unit}"] if unit else []
        said += [f"based at {self.base}"] if self.base else []
        if clauses := self._clauses(is_one):
            said.append(f"who {' and '.join(clauses)}")
        elif len(said) == 1:
            said.append("works here" if is_one else "work here")
        return " ".join(said)

    def _clauses(self, is_one: bool) -> list[str]:
        """What the people do, each as it follows "who"."""
        has, works = ("has", "works") if is_one else ("have", "work")
        said = [f"{has} the job title {self.job_title}"] if self.job_title else []
        said += [f"{has} the role {ROLE_TITLES[self.role]}"] if self.role else []
        if self.strength:
            said.append(f"can help with {STRENGTHS[self.strength].in_a_sentence}")
        said += [f"{works} on {DAYS[self.day]}s"] if self.day else []
        return said


def _words(address: Mapping[str, str], name: str) -> str:
    return " ".join(address.get(name, "").split())[:LONGEST_WORDS]


def _one_of(known: Mapping[str, object] | tuple[str, ...], given: Mapping[str, str], n: str) -> str:
    return given.get(n, "") if given.get(n) in known else ""
