"""How a team stands to its model on a day: composition, rules, and when they turn. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.teams.balance import BROKEN, HANGS, HOLDS, Balance, Turn, balances, turn
from portal.teams.composition import Composition, Seat, compose
from portal.teams.modelling.entries import EXPERIENCED, Model
from portal.web import days
from portal.web.numbers import counted, in_words

A_YEAR = timedelta(days=365)
TITLES = {HOLDS: "Holds", BROKEN: "Does not hold", HANGS: "Cannot be said"}
TONES = {HOLDS: "good", BROKEN: "late", HANGS: "soon"}
THEN = {
    HOLDS: "It will hold from {day}: {because}.",
    BROKEN: "It will break on {day}: {because}.",
    HANGS: "From {day} it cannot be said: {because}.",
}


@dataclass(frozen=True, slots=True)
class RuleStands:
    """A rule of the model on a day, and the first day on which it stands otherwise."""

    balance: Balance
    turn: Turn | None

    @property
    def title(self) -> str:
        """Whether it holds, in a word or two."""
        return TITLES[self.balance.state]

    @property
    def tone(self) -> str:
        """How loud that is."""
        return TONES[self.balance.state]

    @property
    def counted(self) -> str:
        """What it was counted from, in a sentence."""
        seen = self.balance
        over = f"qualified for more than {_time(seen.rule.months)}"
        if seen.rule.kind == EXPERIENCED:
            return (
                f"Permanent: {seen.permanent.words}, of {seen.rule.people} asked for. "
                f"Of them {over}: {seen.experienced.words}, of {seen.rule.experienced} asked for."
            )
        first = seen.new.words[0].upper() + seen.new.words[1:]
        return f"{first} in their first year after qualifying; {over}: {seen.experienced.words}."

    @property
    def needed(self) -> str:
        """What would be enough for the rule to hold; empty where it holds or cannot be said."""
        seen = self.balance
        if seen.state != BROKEN:
            return ""
        if seen.rule.kind != EXPERIENCED:
            return "More experienced people are needed, or fewer who are new."
        people = max(0, seen.rule.people - seen.permanent.most)
        experienced = max(0, seen.rule.experienced - seen.experienced.most)
        more = max(people, experienced)
        asked = counted(more, "more permanent person", "more permanent people")
        if experienced == more:
            return f"{asked} with experience would be enough."
        of_them = f", {in_words(experienced)} of them with experience" if experienced else ""
        return f"{asked} would be enough{of_them}."

    @property
    def ahead(self) -> str:
        """When it will stand otherwise, and why; or that nothing known changes it."""
        if self.turn is None:
            return "Nothing that is known changes that within three years."
        said = THEN[self.turn.state]
        return said.format(day=days.in_words(self.turn.day), because=self.turn.because)


@dataclass(frozen=True, slots=True)
class Stands:
    """A team on a day, against its model."""

    composition: Composition
    rules: tuple[RuleStands, ...]

    @property
    def broken(self) -> list[RuleStands]:
        """The rules that do not hold."""
        return [each for each in self.rules if each.balance.state == BROKEN]

    @property
    def words(self) -> str:
        """How the team stands, in a sentence."""
        said = self.composition.words
        state = _rules_in_words(self.rules)
        return f"{said[0].upper()}{said[1:]}{'; ' + state if state else ''}."


def stands(model: Model, seats: Sequence[Seat], day: date) -> Stands:
    """How a team with these posts stands to its model on a day."""
    rules = (
        RuleStands(each, turn(each.rule, model, seats, day)) for each in balances(model, seats, day)
    )
    return Stands(compose(model, seats, day), tuple(rules))


@dataclass(frozen=True, slots=True)
class Continuity:
    """Who was here a year ago and still is, and who came and went since."""

    then: int
    still: int
    joined: int
    left: int

    @property
    def words(self) -> str:
        """The year in a sentence."""
        if not self.then:
            joined = counted(self.joined, "person has", "people have")
            return f"Nobody was here a year ago; {joined} joined since."
        then = counted(self.then, "person", "people")
        still = "all" if self.still == self.then else in_words(self.still)
        joined, left = (in_words(n) if n else "nobody" for n in (self.joined, self.left))
        return (
            f"Of the {then} who were here a year ago {still} "
            f"still {'is' if self.still == 1 else 'are'}. "
            f"Since then {joined} joined and {left} left."
        )


def continuity(seats: Sequence[Seat], day: date) -> Continuity:
    """The people of a team on a day, held against those of a year before."""
    then = {seat.person_id for seat in seats if seat.person_id and seat.covers(day - A_YEAR)}
    now = {seat.person_id for seat in seats if seat.person_id and seat.covers(day)}
    between = {
        seat.person_id
        for seat in seats
        if seat.person_id
        and seat.started_on <= day
        and (seat.ended_on is None or seat.ended_on > day - A_YEAR)
    }
    return Continuity(len(then), len(then & now), len(between - then), len((then | between) - now))


def _rules_in_words(rules: Sequence[RuleStands]) -> str:
    if not rules:
        return ""
    states = [each.balance.state for each in rules]
    if BROKEN in states:
        broken = states.count(BROKEN)
        one = f"the rule “{rules[states.index(BROKEN)].balance.rule.words}” does not hold"
        return one if broken == 1 else f"{in_words(broken)} of its rules do not hold"
    if HANGS in states:
        return "whether its rules hold hangs on days of qualifying that nobody has said yet"
    return "its rules hold" if len(states) > 1 else "its rule holds"


def _time(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest or not years:
        return counted(months, "month", "months")
    return "a year" if years == 1 else f"{in_words(years)} years"
