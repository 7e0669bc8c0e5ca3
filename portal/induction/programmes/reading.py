"""Reading a programme: every fault is one sentence that names the file and the place in it.

`read` takes the text of a file, `from_table` the same content once it is tables and lists: an
organisation's own programmes are kept so.
"""

import tomllib
from decimal import Decimal
from typing import Any

from portal.induction.programmes import places
from portal.induction.programmes.faults import faults
from portal.induction.programmes.places import DUE_SUCH_AS, FaultyProgrammeError, Place
from portal.induction.programmes.template import (
    MONTH,
    Eligibility,
    Entitlement,
    GroupDays,
    Item,
    Kind,
    NotAlone,
    Programme,
    ReviewPart,
    Rhythm,
    Stage,
    Task,
    Workload,
)

__all__ = ["FaultyProgrammeError", "as_it_stands", "from_table", "read"]

HEAD = ("key", "version", "name", "short_name", "source", "standards")
ABOUT = {"nation": "ENG", "standards_key": "", "about": ""}


def read(text: str, file: str) -> Programme:
    """The programme that a file's text describes. Raises `FaultyProgrammeError`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FaultyProgrammeError(f"{file}: this is not TOML. {error}.") from error
    return from_table(data, file)


def from_table(data: dict[str, Any], file: str) -> Programme:
    """The programme that such a table describes. Raises `FaultyProgrammeError`."""
    programme = as_it_stands(data, file)
    for fault in faults(programme):
        raise FaultyProgrammeError(f"{file}: {fault.sentence}", fault.field)
    return programme


def as_it_stands(data: dict[str, Any], file: str) -> Programme:
    """The programme of a table that is still written: it can be read, and may not hold together."""
    whole = Place(file, "the head", data)
    stages = list(whole.rows("stages"))
    return Programme(
        **_head(whole),
        weeks=whole.number("weeks"),
        months=whole.number("months"),
        kinds={place.name: _kind(place) for place in whole.tables("kinds")},
        stages=tuple(_stage(place) for place in stages),
        items=tuple(
            _item(place, stage.text("key")) for stage in stages for place in stage.rows("items")
        ),
        supervision=tuple(_rhythm(place) for place in whole.rows("supervision")),
        entitlements=tuple(_entitlement(place) for place in whole.rows("entitlements")),
        **_promises(whole),
    )


def _head(whole: Place) -> dict[str, Any]:
    asked = {word: whole.text(word) for word in HEAD}
    return asked | {word: whole.text(word, default) for word, default in ABOUT.items()}


def _promises(whole: Place) -> dict[str, Any]:
    """What older files do not hold yet."""
    words = whole.table("outcome_words")
    needs_time = "development_time" in whole.data
    return {
        "development_time": whole.share("development_time") if needs_time else Decimal(0),
        "workload": _workload(whole.table("workload")),
        "group_days": _group_days(whole.table("group_days"), whole.number("months")),
        "not_alone": tuple(_not_alone(place) for place in whole.rows("not_alone", is_needed=False)),
        "eligibility": _eligibility(whole.table("eligibility")),
        "reviews": tuple(_review_part(place) for place in whole.rows("reviews", is_needed=False)),
        "outcome_words": {key: words.text(key) for key in words.data} if words else {},
        "first_weeks": tuple(_task(place) for place in whole.rows("first_weeks", is_needed=False)),
        "not_published": whole.texts("not_published"),
        "is_offered": whole.truth("offered", True),
        "is_usual": whole.truth("usual", False),
        "is_later": whole.truth("later", False),
    }


def _kind(place: Place) -> Kind:
    return Kind(
        key=place.name,
        one=place.text("one"),
        many=place.text("many"),
        done=place.text("done"),
        is_counted=place.truth("counted", False),
    )


def _stage(place: Place) -> Stage:
    return Stage(
        key=place.text("key"),
        title=place.text("title"),
        from_month=place.number("from_month"),
        to_month=place.number("to_month"),
    )


def _item(place: Place, stage: str) -> Item:
    return Item(
        code=place.text("code"),
        kind=place.text("kind"),
        title=place.text("title"),
        stage=stage,
        owner=place.text("owner"),
        due=place.span("due", places.due, places.after_end, such_as=DUE_SUCH_AS),
        is_pro_rata=place.truth("pro_rata", True),
        is_optional=place.truth("optional", False),
        is_local=place.truth("local", False),
        words=place.number_or_none("words") or 0,
        minutes=place.number_or_none("minutes") or 0,
    )


def _rhythm(place: Place) -> Rhythm:
    return Rhythm(
        every=place.span("every", places.every, such_as="“2 weeks” or “1 month”"),
        until=place.span("until", places.due, such_as="“week 6” or “month 6”"),
        is_local=place.truth("local", False),
    )


def _entitlement(place: Place) -> Entitlement:
    return Entitlement(
        key=place.text("key"), title=place.text("title"), promise=place.text("promise")
    )


def _workload(place: Place | None) -> Workload | None:
    if place is None:
        return None
    ramp = place.numbers("ramp") if "ramp" in place.data else ()
    return Workload(place.share("share"), ramp, place.truth("local", False))


def _group_days(place: Place | None, months: int) -> GroupDays | None:
    """So many days, or one every so often: then as many as fit."""
    if place is None:
        return None
    is_local = place.truth("local", False)
    if "every" not in place.data:
        return GroupDays(place.number("number"), is_local=is_local)
    every = place.span("every", places.every, such_as="“2 weeks” or “1 month”")
    if every.number < 1:
        raise place.fault("`every` must be at least 1 week or month.", "every")
    fit = months // every.number if every.unit == MONTH else months * 52 // (12 * every.number)
    return GroupDays(place.number_or_none("number") or fit, every, is_local)


def _not_alone(place: Place) -> NotAlone:
    return NotAlone(
        key=place.text("key"),
        title=place.text("title"),
        until_month=place.number("until_month"),
        is_local=place.truth("local", False),
    )


def _eligibility(place: Place | None) -> Eligibility:
    if place is None:
        return Eligibility()
    return Eligibility(
        within_years=place.number_or_none("within_years"),
        is_registration_needed=place.truth("registration", True),
        funding=place.text("funding", ""),
    )


def _review_part(place: Place) -> ReviewPart:
    return ReviewPart(
        key=place.text("key"),
        title=place.text("title"),
        owner=place.text("owner"),
        prompt=place.text("prompt", ""),
    )


def _task(place: Place) -> Task:
    due = place.span(
        "due", places.from_day_one, such_as="“5 working days before day one” or “day one”"
    )
    return Task(place.text("key"), place.text("title"), place.text("owner"), due.number)
