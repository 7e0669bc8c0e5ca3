"""Writing: a programme as the table that a file would hold, and changes of one part of it.

Pure: each change takes a table and gives a new one. An item always stands in the stage in which
it is due, whatever was moved; the version and the key are not in its gift.
"""

from copy import deepcopy
from typing import Any

from portal.induction.programmes import places
from portal.induction.programmes.faults import in_months
from portal.induction.programmes.template import WORKING_DAY, Item, Programme, Span

Table = dict[str, Any]
WORDS = ("name", "short_name", "source", "standards", "standards_key", "nation", "about")


def table_of(programme: Programme) -> Table:
    """What a file of this programme would hold."""
    return {word: getattr(programme, word) for word in ("key", "version", *WORDS)} | {
        "weeks": programme.weeks,
        "months": programme.months,
        "kinds": {
            key: {"one": kind.one, "many": kind.many, "done": kind.done, "counted": kind.is_counted}
            for key, kind in programme.kinds.items()
        },
        "stages": [
            {"key": stage.key, "title": stage.title, "from_month": stage.from_month,
             "to_month": stage.to_month,
             "items": [_item(item) for item in programme.items if item.stage == stage.key]}
            for stage in programme.stages
        ],
        **_promises(programme),
    }  # fmt: skip


def weeks_in(months: int) -> int:
    """How many weeks a programme of so many months is said to have."""
    return round(months * 52 / 12)


def with_words(table: Table, *, months: int, **words: str) -> Table:
    """Another name, another description, another length: the last stage ends with it."""
    new = deepcopy(table) | words
    new["months"], new["weeks"] = months, weeks_in(months)
    new["stages"][-1]["to_month"] = months
    if new.get("workload") and len(new["workload"].get("ramp", ())) != months:
        new["workload"].pop("ramp", None)  # another length needs another ramp
    return new


def with_item(table: Table, code: str, item: Table) -> Table:
    """The item of that code with these answers; a new one where no item has the code."""
    new = deepcopy(table)
    for stage in new["stages"]:
        for place, each in enumerate(stage["items"]):
            if each["code"] == code:
                stage["items"][place] = item
                return restaged(new)
    new["stages"][-1]["items"].append(item)
    return restaged(new)


def without_item(table: Table, code: str) -> Table:
    """Without the item of that code."""
    new = deepcopy(table)
    for stage in new["stages"]:
        stage["items"] = [each for each in stage["items"] if each["code"] != code]
    return new


def item_moved(table: Table, code: str, *, up: bool) -> Table:
    """The item one place earlier or later in its stage, where there is such a place."""
    new = deepcopy(table)
    for stage in new["stages"]:
        items = stage["items"]
        codes = [each["code"] for each in items]
        if code in codes:
            place = codes.index(code)
            other = place - 1 if up else place + 1
            if 0 <= other < len(items):
                items[place], items[other] = items[other], items[place]
    return new


def with_stage(table: Table, key: str, *, title: str, to_month: int) -> Table:
    """A stage with another title and end; the next one begins where it ends."""
    new = deepcopy(table)
    stages = new["stages"]
    place = [each["key"] for each in stages].index(key)
    stages[place]["title"] = title
    if place + 1 < len(stages):
        stages[place]["to_month"] = stages[place + 1]["from_month"] = to_month
    return restaged(new)


def with_new_stage(table: Table, *, title: str, from_month: int) -> Table:
    """One more stage, that takes the rest of the stage in which it begins."""
    new = deepcopy(table)
    stages = new["stages"]
    place = max(n for n, each in enumerate(stages) if each["from_month"] <= from_month)
    split = stages[place]
    key = free_key([each["key"] for each in stages], "stage")
    added = {"key": key, "title": title, "from_month": from_month,
             "to_month": split["to_month"], "items": []}  # fmt: skip
    split["to_month"] = from_month
    stages.insert(place + 1, added)
    return restaged(new)


def without_stage(table: Table, key: str) -> Table:
    """Without that stage: the one before it (or after the first) takes its months and items."""
    new = deepcopy(table)
    stages = new["stages"]
    place = [each["key"] for each in stages].index(key)
    gone = stages.pop(place)
    heir = stages[place - 1 if place else 0]
    heir["from_month"] = min(heir["from_month"], gone["from_month"])
    heir["to_month"] = max(heir["to_month"], gone["to_month"])
    heir["items"] = heir["items"] + gone["items"]
    return restaged(new)


def restaged(table: Table) -> Table:
    """Every item in the stage in which it is due, in the order in which they stood."""
    stages = table["stages"]
    everything = [item for stage in stages for item in stage["items"]]
    for stage in stages:
        stage["items"] = []
    for item in everything:
        _stage_for(item, stages)["items"].append(item)
    return table


def free_key(taken: list[str], word: str) -> str:
    """The word, with the first number that nobody has."""
    return next(f"{word}-{n}" for n in range(1, len(taken) + 2) if f"{word}-{n}" not in taken)


def _stage_for(item: Table, stages: list[Table]) -> Table:
    due = places.due(item["due"])
    month = in_months(due) if due else None
    if month is None:
        return stages[-1]
    return next((each for each in stages if month <= each["to_month"]), stages[-1])


def _item(item: Item) -> Table:
    asked = {"words": item.words, "minutes": item.minutes}
    return {
        "code": item.code,
        "kind": item.kind,
        "title": item.title,
        "owner": item.owner,
        "due": said_due(item.due),
        "pro_rata": item.is_pro_rata,
        "optional": item.is_optional,
        "local": item.is_local,
    } | {key: number for key, number in asked.items() if number}


def _promises(programme: Programme) -> Table:
    load, group, rule = programme.workload, programme.group_days, programme.eligibility
    who = {"registration": rule.is_registration_needed, "funding": rule.funding}
    if rule.within_years is not None:
        who["within_years"] = rule.within_years
    table: Table = {
        "supervision": [
            {"every": said_every(each.every), "until": said_due(each.until), "local": each.is_local}
            for each in programme.supervision
        ],
        "entitlements": [vars(each).copy() for each in programme.entitlements],
        "eligibility": who,
        "not_alone": [
            {"key": each.key, "title": each.title, "until_month": each.until_month,
             "local": each.is_local}
            for each in programme.not_alone
        ],
        "reviews": [vars(each).copy() for each in programme.reviews],
        "outcome_words": dict(programme.outcome_words),
        "first_weeks": [
            {"key": each.key, "title": each.title, "owner": each.owner,
             "due": from_day_one(each.due)}
            for each in programme.first_weeks
        ],
        "not_published": list(programme.not_published),
        "later": programme.is_later,
    }  # fmt: skip
    if programme.development_time:
        table["development_time"] = float(programme.development_time)
    if load is not None:
        table["workload"] = {"share": float(load.share), "local": load.is_local}
        if load.ramp:
            table["workload"]["ramp"] = list(load.ramp)
    if group is not None:
        table["group_days"] = {"number": group.number, "local": group.is_local}
        if group.every is not None:
            table["group_days"]["every"] = said_every(group.every)
    return table


def said_due(due: Span) -> str:
    """A day as files write it: "week 9", "5 working days after the end"."""
    if due.unit == WORKING_DAY:
        return f"{due.number} working {'day' if due.number == 1 else 'days'} after the end"
    return f"{due.unit} {due.number}"


def from_day_one(number: int) -> str:
    """A day from day one as files write it: "5 working days before day one"."""
    if number == 0:
        return "day one"
    word = "day" if abs(number) == 1 else "days"
    return f"{abs(number)} working {word} {'before' if number < 0 else 'after'} day one"


def said_every(every: Span) -> str:
    """How often, as files write it: "2 weeks"."""
    return f"{every.number} {every.unit if every.number == 1 else every.unit + 's'}"
