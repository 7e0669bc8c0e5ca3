"""Programmes of our own: a draft and its parts, publishing it, and what follows."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.induction import explaining, operations, policies, programmes
from portal.induction.entry import NotPossibleError
from portal.induction.forms import RULES, AboutForm, CopyForm, OfferForm
from portal.induction.models import OwnProgramme
from portal.induction.programmes import FaultyProgrammeError, comparing, writing
from portal.induction.programmes.faults import Fault
from portal.induction.programmes.rows import LISTS, rows_of
from portal.induction.programmes.writing import Table
from portal.induction.views.blueprint import induction
from portal.web.forms import EditingForm
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import conflict, done, show

PART = "induction/edit_programme.html"
OWN = "/own-programmes/<uuid:own_id>"
# What the page of a draft says of each rule: the facts of the programme by their word.
TERMS = {
    "supervision": ("Supervision",),
    "workload": ("Workload",),
    "time": ("Development time", "Group days"),
    "eligibility": ("Who may start", "Who pays"),
    "standards": ("Standards", "Source"),
}


@induction.get(OWN)
@guard(policies.own_programme, own=OwnProgramme)
def own_programme(own: OwnProgramme) -> Response:
    """One programme of our own: what it gives, how it differs from what it came from."""
    programme = own.programme
    try:
        base = programmes.pinned(own.base_key, own.base_version)
    except KeyError:
        base = None
    page = "induction/draft_programme.html" if own.is_draft else "induction/own_programme.html"
    return show(
        page,
        own=own,
        programme=programme,
        base=base,
        differences=comparing.differences(base, programme) if base else [],
        faults=[(_said(own, each), _mended_at(own, each)) for each in own.faults],
        stages=explaining.parts(programme),
        rules=_rules(own),
        lists=[(word, each, rows_of(own.content, each.part)) for word, each in LISTS.items()],
        form=CopyForm(),
    )


@induction.post(f"{OWN}/publication")
@guard(policies.publish_programme, own=OwnProgramme)
def publish_programme(own: OwnProgramme) -> Response:
    """Publish a draft; from then on it never changes."""
    try:
        operations.publish_programme(g.person, own)
    except NotPossibleError as refusal:
        return done(page_of(own), str(refusal.args[0]))
    return done(page_of(own), f"{own.name}: published. People can be enrolled on it now.")


@induction.post(f"{OWN}/closing")
@guard(policies.close_programme, own=OwnProgramme)
def close_programme(own: OwnProgramme) -> Response:
    """Offer a published programme to nobody any more, or again."""
    is_offered = OfferForm().is_offered.data == "yes"
    operations.close_programme(g.person, own, is_offered=is_offered)
    said = "no longer offered; whoever is on it stays" if own.closed_on else "offered again"
    return done(page_of(own), f"{own.name}: {said}.")


@induction.post(f"{OWN}/next-version")
@guard(policies.begin_version, own=OwnProgramme)
def begin_version(own: OwnProgramme) -> Response:
    """Begin the next version of a published programme."""
    draft = operations.begin_version(g.person, own)
    return done(page_of(draft), f"Version {draft.number} is a draft until you publish it.")


@induction.post(f"{OWN}/removal")
@guard(policies.remove_draft, own=OwnProgramme)
def remove_draft(own: OwnProgramme) -> Response:
    """Throw a draft away."""
    operations.remove_draft(g.person, own)
    return done(url_for(".programmes"), "The draft is gone. Nobody was on it.")


@induction.route(f"{OWN}/about", methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_about(own: OwnProgramme) -> Response:
    """Change what a draft is called and how long it is."""
    form = AboutForm(data=_version(own) | own.content)
    if form.validate_on_submit():
        given = form.answers()
        words = {key: given[key].strip() for key in ("name", "short_name", "about")}
        content = writing.with_words(own.content, months=given["months"], **words)
        return save(own, form, content, "about", "What it is", "months")
    return part(own, form, "What it is")


def save(
    own: OwnProgramme, form: EditingForm, content: Table, what: str, title: str, field: str
) -> Response:
    """Save a changed part; what does not hold together is said beside the field to blame."""
    if form.is_stale(own):
        return conflict(PART, over=own, form=form, own=own, part_title=title)
    try:
        operations.change_programme(g.person, own, content, what)
    except FaultyProgrammeError as fault:
        is_known = fault.key in form
        said = _capital(fault.what) if is_known else sentence_of(fault)
        form[fault.key if is_known else field].errors = [said]
        return part(own, form, title)
    return done(page_of(own), said_of(own, f"{title}: saved."))


def part(own: OwnProgramme, form: EditingForm, title: str, **more: Any) -> Response:
    """The page of one part of a draft."""
    return show(PART, own=own, form=form, part_title=title, **more)


def said_of(own: OwnProgramme, said: str) -> str:
    """What became of a change, and how much of the draft does not hold together now."""
    number = len(own.faults)
    if not number:
        return said
    verb = "does" if number == 1 else "do"
    return f"{said} {counted(number, 'thing', 'things')} {verb} not hold together yet: see below."


def sentence_of(fault: FaultyProgrammeError) -> str:
    """The fault without the name of the file."""
    said = str(fault).partition(": ")[2] or str(fault)
    return _capital(said)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _version(own: OwnProgramme) -> dict[str, Any]:
    return {"version": own.version}


def page_of(own: OwnProgramme) -> str:
    return url_for(".own_programme", own_id=own.id)


def _rules(own: OwnProgramme) -> list[tuple[str, str, str]]:
    """Each rule that has a page: its word in an address, its title, what it says now."""
    known = dict(explaining.facts(own.programme))
    return [
        (word, title, ". ".join(_fact(term, title, known[term]) for term in TERMS[word]
                                if term in known))
        for word, (title, _) in RULES.items()
    ]  # fmt: skip


def _fact(term: str, title: str, words: str) -> str:
    """What a rule says, with the word for it where the title is another."""
    return words.rstrip(".") if term == title else f"{term}: {words.rstrip('.')}"


def _said(own: OwnProgramme, fault: Fault) -> str:
    """A fault with the title of what it is about, where it has one."""
    titles = {item.code: item.title for item in own.programme.items}
    titles |= {stage.key: stage.title for stage in own.programme.stages}
    titles |= {each["key"]: each["title"] for each in own.content.get(fault.part) or []
               if isinstance(each, dict) and "title" in each}  # fmt: skip
    where = titles.get(fault.row, fault.where)
    return _capital(f"{where}: {fault.what}" if where else fault.what)


def _mended_at(own: OwnProgramme, fault: Fault) -> str:
    """The page on which a fault is mended."""
    if fault.part == "items" and fault.row:
        return url_for(".edit_item", own_id=own.id, code=fault.row)
    if fault.part == "stages" and fault.row:
        return url_for(".edit_stage", own_id=own.id, stage_key=fault.row)
    if fault.part == "first_weeks" and fault.row:
        return url_for(".edit_task", own_id=own.id, task_key=fault.row)
    if fault.part in RULES:
        return url_for(".edit_rule", own_id=own.id, rule_key=fault.part)
    word = next((word for word, each in LISTS.items() if each.part == fault.part), "")
    if word and fault.row:
        return url_for(".edit_row", own_id=own.id, list_key=word, row_key=fault.row)
    return url_for(".edit_about", own_id=own.id)


def found_or_404(rows: list[Table], name: str, value: str) -> Table:
    """The row of a draft's table that the address names."""
    row = next((each for each in rows if each[name] == value), None)
    if row is None:
        abort(404)
    return row
