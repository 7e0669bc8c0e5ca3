"""Registration with the regulator: where we stand, and checking it against the regulator's list.

The list is read and compared in one request and nothing of it is kept (T47): what stays is what
it says about each person, and the day on which they were looked up.
"""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.people import operations, policies
from portal.people.forms import RegisterForm
from portal.people.queries import registrations as queries
from portal.people.registration.comparing import compared, lead, told
from portal.people.registration.register import KINDS, Register, known, read_register
from portal.people.staff_list import reading
from portal.people.views.blueprint import people
from portal.web.guard import guard, take_the_pen
from portal.web.pages import done, show

ROOM_FOR_THE_FORM = 100_000
NO_NUMBERS_HERE = (
    "The portal has no registration numbers yet. Bring a staff list with them in first"
)
NONE_OF_OURS = (
    "None of the numbers that the portal has is in this list, so nothing was changed. Check that"
    " it is the list of your own social workers"
)


@people.get("/people/registrations")
@guard(policies.see_registrations)
def registrations() -> Response:
    return _page(RegisterForm())


@people.get("/people/registrations/export")
@guard(policies.see_registrations, fresh=True)
def export_registrations() -> Response:
    kind = _kind()
    lines = queries.Registrations(g.person.organisation_id, today()).all_to_look_at(kind)
    headings = ("Name", "Staff number", "Registration number", "What it is", "What is to be seen",
                "Registered until", "Looked up on")  # fmt: skip
    rows = (
        (line.name, line.staff_number, line.number, KINDS[line.kind]["title"], line.says,
         line.until, line.checked_on)
        for line in lines
    )  # fmt: skip
    return take_away("people.registrations", "Registrations", headings, rows, about=kind)


@people.post("/people/registrations")
@guard(
    policies.check_registrations, limit=reading.LARGEST_FILE + ROOM_FOR_THE_FORM, reads_first=True
)
def check_registrations() -> Response:
    form = RegisterForm()
    if not form.validate():
        return _page(form)
    try:
        register = read_register(reading.read(form.file.data.read(), known), today())
    except reading.UnreadableFileError as fault:
        form.file.errors = [str(fault)]
        return _page(form)
    take_the_pen()
    return _checked(form, register)


def _checked(form: RegisterForm, register: Register) -> Response:
    """Hold the list against the people as they are now, and write down what it says."""
    held = queries.with_numbers(g.person.organisation_id, today())
    verdicts = list(compared(held, register, is_everyone=bool(form.is_everyone.data)))
    if all(verdict.status == "not found" for verdict in verdicts):
        form.file.errors = [NONE_OF_OURS if held else NO_NUMBERS_HERE]
        return _page(form)
    operations.check_registrations(
        g.person.organisation,
        g.person,
        verdicts=verdicts,
        before={row.id: (row.registration_status, row.registered_until) for row in held},
        today=today(),
    )
    return done(url_for("people.registrations"), told(verdicts, register.problems))


def _page(form: RegisterForm) -> Response:
    asked = queries.Registrations(g.person.organisation_id, today())
    standing = asked.standing()
    kind = _kind() or next(iter(standing.numbers), "")
    return show(
        "people/registrations.html",
        form=form,
        lead=lead(standing),
        standing=standing,
        kinds=KINDS,
        kind=kind,
        page=asked.to_look_at(kind, after=request.args.get("after")) if kind else None,
    )


def _kind() -> str:
    kind = request.args.get("kind", "")
    return kind if kind in KINDS else ""
