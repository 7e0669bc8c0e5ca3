"""What took place before the portal: brought in from a spreadsheet, shown, taken back."""

from flask import Response, g, request, url_for

from portal.clock import today
from portal.induction import earlier, operations, policies, queries
from portal.induction.forms.earlier_records import EarlierRecordsForm
from portal.induction.forms.lists import LARGEST
from portal.induction.models import EarlierRecord, Induction
from portal.induction.queries import Brought
from portal.induction.views.blueprint import induction
from portal.web.downloads import download, kind_wanted
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show

ROOM_FOR_THE_FORM = 250_000


@induction.route("/inductions/earlier-records", methods=["GET", "POST"])
@guard(policies.bring_in_earlier_records, limit=LARGEST + ROOM_FOR_THE_FORM)
def bring_in_earlier_records() -> Response:
    """Bring in records of many years: the first press shows each row, the second keeps them."""
    form = EarlierRecordsForm()
    found: list[Brought] = []
    if form.validate_on_submit():
        form.name_source()
        rows = earlier.rows_of(form.table, today())
        found = queries.earlier_found(g.person.organisation_id, rows)
        ready = queries.added(found)
        if "bring_in" in request.form and ready:
            name = form.source.data or ""
            number = operations.bring_in_earlier_records(g.person, ready, source=name)
            return done(url_for(".inductions"), _said(number, found))
    return show(
        "induction/bring_in_earlier_records.html",
        form=form,
        found=found,
        numbers=_numbers(found),
        is_read=form.is_submitted() and not form.errors,
    )


@induction.get("/inductions/earlier-records/template")
@guard(policies.bring_in_earlier_records)
def earlier_records_template() -> Response:
    """An empty list with the headings that are read."""
    return download("Earlier records", earlier.HEADINGS, [], kind_wanted())


@induction.get("/inductions/<uuid:induction_id>/earlier-records")
@guard(policies.earlier_records, induction=Induction)
def earlier_records(induction: Induction) -> Response:
    """What of a year took place before the portal, and where that is known from."""
    records = queries.earlier_records_of(induction)
    return show("induction/earlier_records.html", induction=induction, records=records)


@induction.post("/earlier-records/<uuid:record_id>/removal")
@guard(policies.take_back_earlier_record, record=EarlierRecord)
def take_back_earlier_record(record: EarlierRecord) -> Response:
    """Take back a record that was wrong."""
    back = url_for(".earlier_records", induction_id=record.induction_id)
    said = f"{record.title}: taken back."
    operations.take_back_earlier_record(g.person, record)
    return done(back, said)


def _numbers(found: list[Brought]) -> dict[str, int]:
    states = [each.finding.state for each in found]
    return {state: states.count(state) for state in earlier.STATES}


def _said(number: int, found: list[Brought]) -> str:
    numbers = _numbers(found)
    same, refused = numbers[earlier.UNCHANGED], numbers[earlier.REFUSED]
    said = [f"{counted(number, 'record', 'records')} brought in. The people are told."]
    said += [f"{counted(same, 'row was', 'rows were')} here already."] if same else []
    said += [f"{counted(refused, 'row', 'rows')} left out."] if refused else []
    return " ".join(said)
