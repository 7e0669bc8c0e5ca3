"""Giving feedback without an account: the page behind a link or a code.

Nobody is asked who they are. The page reads no session, so that a worker who hands over their own
telephone shows nothing of theirs; tries are counted over everybody and each link, never by address.
"""

from collections.abc import Sequence
from hashlib import sha256

from flask import Response

from portal.identity.buckets import Limit
from portal.identity.throttle import Bucket, TooManyTriesError, take
from portal.induction import feedback_links, giving
from portal.induction.forms.feedback import FamilyForm, ProfessionalForm
from portal.induction.models import FeedbackRequest
from portal.induction.operations import feedback as operations
from portal.induction.queries import feedback as queries
from portal.induction.views.blueprint import induction
from portal.standards.identifiers import found
from portal.web.guard import public, remember
from portal.web.pages import show

PAGES = {
    giving.FAMILY: "induction/give_feedback.html",
    giving.PROFESSIONAL: "induction/give_professional_feedback.html",
}
WHO = "whoever was given the link or the code to one answer"
EVERYBODY = Limit.over(600, minutes=15)
ONE_LINK = Limit.over(20, minutes=15)
TOO_MANY = "Very many answers are coming in just now. Wait a few minutes, then press the button"


@induction.get("/feedback/<string:token>")
@public(WHO, asks_who=False)
def give_feedback(token: str) -> Response:
    """Where somebody gives feedback. Looking uses nothing up."""
    request = feedback_links.opened_by(token)
    if request is None:
        return _over()
    return _page(token, request, _form(request, empty=True))


@induction.post("/feedback/<string:token>", endpoint="send_feedback")
@public(WHO, asks_who=False)
def send_feedback(token: str) -> Response:
    """Keep an answer, once, and say thank you."""
    request = feedback_links.opened_by(token, to_send=True)
    if request is None:
        return _not_taken(token)
    form = _form(request)
    try:
        take(_buckets(token))
    except TooManyTriesError:
        form.went_well.errors = [TOO_MANY]
        return _page(token, request, form, status=429)
    if not form.validate():
        remember()  # the try counts, although nothing else is kept
        return _page(token, request, form)
    words = form.words()
    name = request.induction.person.name
    is_plain = not any(found(text, about=name) for text in words.values())
    if not operations.receive(request, words, is_plain=is_plain):
        return _not_taken(token)
    return _thanks(request)


def _form(request: FeedbackRequest, *, empty: bool = False) -> FamilyForm | ProfessionalForm:
    kind = FamilyForm if request.kind == giving.FAMILY else ProfessionalForm
    form = kind(formdata=None) if empty else kind()
    form.name_known = request.induction.person.name
    return form


def _page(
    token: str,
    request: FeedbackRequest,
    form: FamilyForm | ProfessionalForm,
    status: int | None = None,
) -> Response:
    return show(
        PAGES[request.kind],
        form=form,
        status=status,
        token=token,
        name=request.induction.person.name,
        readers=[each.name for each in queries.readers_of(request.induction)],
        last_on=request.last_on,
    )


def _thanks(request: FeedbackRequest) -> Response:
    return show("induction/feedback_received.html", name=request.induction.person.name)


def _not_taken(token: str) -> Response:
    """Thanks to whoever pressed twice; to everybody else their own words, so that none is lost."""
    words = {**ProfessionalForm().words(), **FamilyForm().words()}
    again = feedback_links.sent_before(token, words)
    if again is not None:
        return _thanks(again)
    return _over([words[name] for name in giving.TEXTS if words[name]])


def _over(written: Sequence[str] = ()) -> Response:
    """The one kind page for a link that is wrong, used or over: they look the same."""
    return show("induction/feedback_over.html", status=404, written=written)


def _buckets(token: str) -> list[Bucket]:
    mark = sha256(token.encode("utf-8", "replace")).hexdigest()[:32]
    return [Bucket("feedback", EVERYBODY), Bucket(f"feedback:{mark}", ONE_LINK)]
