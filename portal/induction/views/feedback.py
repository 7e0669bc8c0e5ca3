"""Feedback in a year: what came in, asking for more, and typing in what came on paper."""

from flask import Response, current_app, g, url_for

from portal.clock import today
from portal.induction import feedback_links, giving
from portal.induction.entry import NotPossibleError
from portal.induction.forms.feedback import AskForm, PaperForm, ReminderForm
from portal.induction.models import FeedbackRequest, Induction
from portal.induction.operations import feedback as operations
from portal.induction.policies import feedback as policies
from portal.induction.queries import feedback as queries
from portal.induction.views.blueprint import induction
from portal.web import days, keys
from portal.web.guard import guard
from portal.web.pages import done, show


@induction.get("/inductions/<uuid:induction_id>/feedback")
@guard(policies.feedback, induction=Induction)
def feedback(induction: Induction) -> Response:
    """What came in, what waits to be read, and which links still take an answer."""
    return _page(induction, AskForm(formdata=None))


@induction.post("/inductions/<uuid:induction_id>/feedback/links")
@guard(policies.ask_for_feedback, induction=Induction)
def ask_for_feedback(induction: Induction) -> Response:
    """Make a link or codes; they stand in this answer, and nowhere else."""
    form = AskForm()
    if not form.validate():
        return _page(induction, form)
    try:
        made = operations.ask_for_feedback(g.person, induction, **form.asked())
    except NotPossibleError as refusal:
        form.kind.errors = list(refusal.args)
        return _page(induction, form)
    if form.way.data == "mail":
        return done(_address(induction), "The link is on its way by mail, in a few minutes.")
    keys.keep(_address(induction))
    return _shown_once(induction, made)


@induction.post("/feedback/requests/<uuid:request_id>/reminder")
@guard(policies.remind, request=FeedbackRequest)
def remind(request: FeedbackRequest) -> Response:
    """Show a link once more, for a reminder."""
    form = ReminderForm()
    try:
        operations.remind(g.person, request)
    except NotPossibleError as refusal:
        form.form_errors = list(refusal.args)
        return _page(request.induction, form)
    return _shown_once(request.induction, [request])


@induction.get("/inductions/<uuid:induction_id>/feedback/paper")
@guard(policies.feedback_on_paper, induction=Induction)
def feedback_on_paper(induction: Induction) -> Response:
    """The family's page to print and fill in by hand."""
    return show(
        "induction/feedback_on_paper.html",
        induction=induction,
        readers=queries.readers_of(induction),
        questions=giving.FAMILY_QUESTIONS,
        faces=giving.FACES,
    )


@induction.route("/inductions/<uuid:induction_id>/feedback/typing-in", methods=["GET", "POST"])
@guard(policies.type_in_feedback, induction=Induction)
def type_in_feedback(induction: Induction) -> Response:
    """Type in what a family wrote on paper."""
    form = PaperForm()
    form.name_known = induction.person.name
    if form.validate_on_submit():
        made = operations.type_in(g.person, induction, form.words())
        return done(url_for(".read_feedback", feedback_id=made.id), "Typed in. Read it now.")
    return show("induction/type_in_feedback.html", form=form, induction=induction)


def _page(induction: Induction, form: AskForm | ReminderForm) -> Response:
    """The page of a year, with the form that was sent or with an empty one."""
    came = queries.feedback_of(induction)
    words = {each.id: policies.words_of_feedback(g.person, each) for each in came}
    return show(
        "induction/feedback.html",
        form=form,
        ask=form if isinstance(form, AskForm) else AskForm(formdata=None),
        induction=induction,
        came=came,
        read=words,
        requests=queries.requests_of(induction),
        readers=queries.readers_of(induction),
        giving=giving,
        today=today(),
    )


def _shown_once(induction: Induction, made: list[FeedbackRequest]) -> Response:
    """The addresses of these links, which no page shows again."""
    portal = current_app.config["PORTAL_URL"]
    addresses = [f"{portal}{feedback_links.path_to(each)}" for each in made]
    return show(
        "induction/feedback_links.html",
        induction=induction,
        links=[(address, _code(address)) for address in addresses],
        first=made[0],
        until=days.in_words(made[0].last_on),
    )


def _code(address: str) -> str:
    """The address as a code to scan, as a picture that stands in the page itself."""
    import segno  # takes a moment to import, and few pages need it

    return str(segno.make(address, error="m").svg_data_uri(border=3))


def _address(induction: Induction) -> str:
    return url_for(".feedback", induction_id=induction.id)
