"""How an organisation begins: the steps from the first administrator's link to the first pairing.

`steps` says of each whether it is done, which of somebody's own is next, and which come later; it
keeps nothing, so it is true at any moment. Minutes are how long one person takes for a step, as
tried with a staff list of 200 people; together they stay under an hour (capability 102).
Pure: what is so in the organisation comes in as `Facts`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from portal.people.areas import TITLES

DONE, NEXT, LATER = "done", "next", "later"
KEEPER_WAITS = "Somebody who is HR or induction coordinator has not been invited yet."
CONCERNED = ("admin", "hr", "coordinator")


@dataclass(frozen=True)
class Facts:
    """What is so in an organisation today; `given` are the roles that somebody holds."""

    name: str
    areas: frozenset[str] = frozenset()
    has_list: bool = False
    given: frozenset[str] = frozenset()
    others_invited: bool = False
    keeper_waits: bool = False
    programmes: tuple[str, ...] = ()
    has_year: bool = False
    has_pairing: bool = False


@dataclass(frozen=True)
class Step:
    """One step: whose it is, what it is for, where it is done, and how long it takes.

    `role` is the one that the page at `endpoint` is about, where it is about one; "any" is any.
    """

    title: str
    why: str
    roles: tuple[str, ...]
    endpoint: str
    minutes: int
    is_done: bool
    role: str = ""


@dataclass(frozen=True)
class Checklist:
    """The steps as one reader sees them: their own, each with its state, and the others'."""

    own: tuple[tuple[Step, str], ...]
    others: tuple[Step, ...]
    all: tuple[Step, ...] = field(repr=False, default=())

    @property
    def next(self) -> Step | None:
        """The reader's own step that is next."""
        return next((step for step, state in self.own if state == NEXT), None)

    @property
    def done(self) -> int:
        """How many of all the steps are done."""
        return sum(step.is_done for step in self.all)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left for anybody."""
        return self.done == len(self.all)

    @property
    def minutes_left(self) -> int:
        """How long the reader's own steps that are left take, all together."""
        return sum(step.minutes for step, state in self.own if state != DONE)


def checklist(facts: Facts, roles: Collection[str]) -> Checklist:
    """The steps for somebody who holds these roles."""
    everything = tuple(steps(facts))
    mine = [step for step in everything if set(step.roles) & set(roles)]
    following = next((step for step in mine if not step.is_done), None)
    return Checklist(
        own=tuple((step, _state(step, following)) for step in mine),
        others=tuple(step for step in everything if step not in mine),
        all=everything,
    )


def steps(facts: Facts) -> Iterator[Step]:
    """Every step of this organisation, in the order in which they are best taken."""
    yield _named(facts)
    yield Step(
        "Bring the staff list in",
        "From the payroll system’s spreadsheet. You see what it would do before anything changes.",
        ("admin", "hr"),
        "people.choose_staff_list",
        10,
        facts.has_list,
    )
    yield from _keepers(facts)
    yield from _helpers(facts)
    yield _invited(facts)
    if "induction" in facts.areas:
        yield from _programme(facts)
    if "mentoring" in facts.areas:
        yield Step(
            "Pair the first two people",
            "Somebody who coaches or mentors, and somebody they support. Both are told.",
            ("coordinator",),
            "home.pair",
            3,
            facts.has_pairing,
        )


def _keepers(facts: Facts) -> Iterator[Step]:
    yield _role(
        "Give somebody the role of HR",
        "They keep staff lists, posts and roles, and see who stands where.",
        ("admin",),
        "hr" in facts.given,
        "hr",
    )
    if {"induction", "mentoring"} & facts.areas:
        yield _role(
            "Give somebody the role of induction coordinator",
            "They enrol the newly qualified, and pair people with coaches and mentors.",
            ("admin", "hr"),
            "coordinator" in facts.given,
            "coordinator",
        )


def _invited(facts: Facts) -> Step:
    first = "Everybody at once or team by team. Begin with those who hold a role."
    is_done = facts.others_invited and not facts.keeper_waits
    return Step(
        "Invite people",
        KEEPER_WAITS if facts.others_invited and facts.keeper_waits else first,
        ("admin", "hr"),
        "identity.invitations",
        5,
        is_done,
        "any" if facts.given and not is_done else "",
    )


def _named(facts: Facts) -> Step:
    on = f"{len(facts.areas)} of {len(TITLES)} areas are on"
    return Step(
        "Look at the name and the areas",
        f"{facts.name}: {on}. Change either at any time.",
        ("admin",),
        "people.organisation_name",
        2,
        bool(facts.areas),
    )


def _helpers(facts: Facts) -> Iterator[Step]:
    if "induction" in facts.areas:
        yield _role(
            "Give assessors their role",
            "Each newly qualified worker’s year has an assessor, whom the coordinator chooses.",
            CONCERNED,
            "assessor" in facts.given,
            "assessor",
        )
    if "mentoring" in facts.areas:
        yield _role(
            "Give coaches and mentors their roles",
            "Only they can be paired with people to support. A coordinator may give coach.",
            CONCERNED,
            bool({"coach", "mentor"} & facts.given),
            "coach",
        )


def _programme(facts: Facts) -> Iterator[Step]:
    only = facts.programmes[0] if len(facts.programmes) == 1 else ""
    one = f"There is one, so there is nothing to choose: {only}. Read what enrolling gives."
    several = "The portal brings some, and you say which are offered. Read what enrolling gives."
    yield Step(
        "Know the programme",
        one if only else several,
        ("coordinator",),
        "induction.programmes",
        5,
        bool(only) or facts.has_year,
    )
    yield Step(
        "Enrol the first people",
        "Tick those who start. For years under way, say from which day the portal follows them, so"
        " that nothing before it counts as missed.",
        ("coordinator",),
        "induction.enrol",
        10,
        facts.has_year,
    )


def _role(title: str, why: str, roles: tuple[str, ...], is_done: bool, role: str) -> Step:
    return Step(title, why, roles, "people.holders", 3, is_done, role)


def _state(step: Step, following: Step | None) -> str:
    if step.is_done:
        return DONE
    return NEXT if step is following else LATER
