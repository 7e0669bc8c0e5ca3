"""Agreement: what the rows of one file say together, and where they contradict each other.

One staff number is one person, who may hold several posts. Two people cannot have one e-mail
address or one registration number: it is then left unknown for both, whichever row comes first,
until somebody says whose it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from portal.people.folding import fold
from portal.people.staff_list.facts import PERSON_LABELS, PersonFacts
from portal.people.staff_list.rows import PassedOver, Reading, StaffRow

ROUNDING = Decimal("0.5")
ONE_EACH = ("email", "registration_number")


def agreed(reading: Reading) -> Reading:
    """The reading with contradictions refused, one saying about each person, notes where due."""
    reading = reading.without(_two_people_one_number(reading.rows))
    reading = reading.without(_one_post_twice(reading.rows))
    rows = _one_saying_a_person(reading.rows)
    for field in ONE_EACH:
        rows = _left_unknown_where_shared(rows, field)
    return replace(reading, rows=_noting_odd_hours(rows))


def by_person(rows: Iterable[StaffRow]) -> dict[str, list[StaffRow]]:
    """The rows of each person, in the order of the file; vacant posts are nobody's."""
    found: dict[str, list[StaffRow]] = defaultdict(list)
    for row in rows:
        if row.key:
            found[row.key].append(row)
    return found


def _two_people_one_number(rows: list[StaffRow]) -> dict[int, tuple[str, ...]]:
    """Rows with one staff number but different names: it cannot be told whose it is."""
    reasons: dict[int, tuple[str, ...]] = {}
    for same in by_person(rows).values():
        if len({_who(row) for row in same}) > 1:
            for row in same:
                others = _numbers(other for other in same if _who(other) != _who(row))
                reasons[row.number] = (f"{others} the same staff number with another name.",)
    return reasons


def _who(row: StaffRow) -> str:
    person = row.person or PersonFacts()
    return fold(f"{person.given_names} {person.family_name}")


def _one_post_twice(rows: list[StaffRow]) -> dict[int, tuple[str, ...]]:
    """The later of two rows that speak of one post, same team, job and start, but differ."""
    first: dict[object, int] = {}
    reasons: dict[int, tuple[str, ...]] = {}
    for row in rows:
        if row.key is None:
            continue
        said = (row.key, row.units, row.post.place, row.post.started_on)
        earlier = first.setdefault(said, row.number)
        if earlier != row.number:
            reasons[row.number] = (
                f"Row {earlier} has the same post of the same person, with other details.",
            )
    return reasons


def once_each(reading: Reading) -> Reading:
    """The reading without rows that repeat a post, now that it is known where each stands.

    What a row leaves out of its place another may have said: it is one post all the same.
    """
    first: dict[object, int] = {}
    kept, passed = [], list(reading.passed_over)
    for row in reading.rows:
        said = (row.key, row.post, row.manager_number) if row.key else row.number
        earlier = first.setdefault(said, row.number)
        if earlier == row.number:
            kept.append(row)
        else:
            reason = f"The same post as in row {earlier}, so it is counted once."
            passed.append(PassedOver(row.number, reason))
    return replace(reading, rows=kept, passed_over=passed)


def _one_saying_a_person(rows: list[StaffRow]) -> list[StaffRow]:
    """Each row with what all rows of its person say together; the first that knows is followed."""
    people = {key: _together(same) for key, same in by_person(rows).items()}
    return [_following(row, people[row.key]) if row.key else row for row in rows]


def _together(rows: list[StaffRow]) -> PersonFacts:
    said = [row.person for row in rows if row.person]
    return PersonFacts(
        **{
            each.name: next(
                (value for one in said if (value := getattr(one, each.name)) is not None), None
            )
            for each in fields(PersonFacts)
        }
    )


def _following(row: StaffRow, together: PersonFacts) -> StaffRow:
    own = row.person or together
    differing = [
        label.lower()
        for field, label in PERSON_LABELS.items()
        if getattr(own, field) not in (None, getattr(together, field)) and field != "staff_number"
    ]
    notes = [f"An earlier row of this person has another {name}; it is kept." for name in differing]
    return replace(row, person=together).noting(*notes)


def _left_unknown_where_shared(rows: list[StaffRow], field: str) -> list[StaffRow]:
    """The rows without the values that two people share, each with a note."""
    owners: dict[str, dict[str, StaffRow]] = defaultdict(dict)
    for row in rows:
        value = getattr(row.person, field) if row.person else None
        if row.key and value:
            owners[value].setdefault(row.key, row)
    shared = {value: people for value, people in owners.items() if len(people) > 1}
    return [_without_shared(row, field, shared) for row in rows]


def _without_shared(row: StaffRow, field: str, shared: dict[str, dict[str, StaffRow]]) -> StaffRow:
    value = getattr(row.person, field) if row.person else None
    if row.person is None or value not in shared:
        return row
    others = _numbers(other for key, other in shared[value].items() if key != row.key)
    note = (
        f"{PERSON_LABELS[field]}: {others} {value} too. It is left unknown until it is clear whose."
    )
    unknown: dict[str, Any] = {field: None}
    if field == "email":
        unknown["claimed_email"] = value
    return replace(row, person=replace(row.person, **unknown)).noting(note)


def _noting_odd_hours(rows: list[StaffRow]) -> list[StaffRow]:
    """The rows with a note where hours and share of full time do not fit together.

    What a full-time week is, the file itself says: the hours most rows of full time have.
    """
    weeks = Counter(row.post.hours for row in rows if row.post.fte == 1 and row.post.hours)
    if not weeks:
        return rows
    week = weeks.most_common(1)[0][0] or Decimal(0)
    return [_noting_hours(row, week) for row in rows]


def _noting_hours(row: StaffRow, week: Decimal) -> StaffRow:
    share, hours = row.post.fte, row.post.hours
    if share is None or hours is None or abs(share * week - hours) <= ROUNDING:
        return row
    fits = (share * week).quantize(Decimal("0.1"))
    return row.noting(
        f"{hours.normalize():f} hours a week do not fit {share.normalize():f} of full time,"
        f" which is {fits.normalize():f} hours here. Both are kept as they are."
    )


def _numbers(rows: Iterable[StaffRow]) -> str:
    """The rows as the beginning of a sentence: "Row 3 has", "Rows 3 and 7 have"."""
    numbers = sorted({row.number for row in rows})
    if len(numbers) == 1:
        return f"Row {numbers[0]} has"
    most = ", ".join(str(number) for number in numbers[:-1][:9])
    return f"Rows {most} and {numbers[-1]} have"
