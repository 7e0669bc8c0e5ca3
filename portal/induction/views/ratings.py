"""The ratings of a year: a person's own and the assessor's, side by side, and looking back."""

from dataclasses import dataclass

from flask import Response, g, request, url_for

from portal.induction.following import framework_of
from portal.induction.models import Induction
from portal.induction.operations import ratings as finishing
from portal.induction.policies import standards as policies
from portal.induction.views.blueprint import induction
from portal.standards import comparing, frameworks, operations, queries
from portal.standards.comparing import ASSESSOR, BEGINNING, END, LOOKING_BACK, OWN
from portal.standards.forms.ratings import RatingForm, SharingForm, field_of
from portal.standards.frameworks import Framework
from portal.standards.models import RatingSet
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "induction/rate.html"


@dataclass(frozen=True)
class Writing:
    """One view that somebody is about to write: where, which, and what there is of it."""

    induction: Induction
    framework: Framework
    point: str
    view: str
    there: RatingSet | None


@induction.get("/inductions/<uuid:induction_id>/ratings")
@guard(policies.ratings, induction=Induction)
def ratings(induction: Induction) -> Response:
    """Every view that the reader may see, at each point, as a table."""
    views = queries.ratings_of(induction.person_id)
    framework = framework_of(induction)
    reader = _reader(induction)
    own = induction.person_id == g.person.id
    whose = "you" if own else induction.person.name
    tables = [
        (each, comparing.columns(each, views, reader, whose))
        for each in frameworks.every()
        if any(view.framework_key == each.key for view in views)
    ]
    mine = [view for view in views if view.framework_key == framework.key]
    return show(
        "induction/ratings.html",
        induction=induction,
        framework=framework,
        tables=[(each, columns) for each, columns in tables if columns],
        held=[(view.point, view.finished_at) for view in mine if view.view == OWN],
        following=_next(mine, framework, ASSESSOR if reader == ASSESSOR else OWN),
        looks_back=own and _may_look_back(mine),
        to_share=[view for view in views if own and _shareable(view)],
        waits=[view for view in mine if view.is_finished and not _paired(view, mine)],
    )


@induction.route("/inductions/<uuid:induction_id>/ratings/view", methods=["GET", "POST"])
@guard(policies.rate, induction=Induction)
def rate(induction: Induction) -> Response:
    """Write one's view at a point: one's own or, for the assessor, of the person."""
    framework = framework_of(induction)
    views = queries.ratings_of(induction.person_id)
    view = OWN if induction.person_id == g.person.id else ASSESSOR
    point = comparing.next_point(views, framework.key, view)
    asked = request.args.get("point", point)
    if point is None or asked != point:
        return _back(induction, "That view is finished, and stays as it was written.")
    return _write(Writing(induction, framework, point, view, _of(views, framework, point, view)))


@induction.route("/inductions/<uuid:induction_id>/ratings/looking-back", methods=["GET", "POST"])
@guard(policies.look_back, induction=Induction)
def look_back(induction: Induction) -> Response:
    """Knowing what I know now, where was I at the start?"""
    framework = framework_of(induction)
    views = queries.ratings_of(induction.person_id)
    there = _of(views, framework, BEGINNING, LOOKING_BACK)
    mine = [view for view in views if view.framework_key == framework.key]
    if not _may_look_back(mine):
        return _back(induction, "You look back once you have finished your view at the end.")
    return _write(Writing(induction, framework, BEGINNING, LOOKING_BACK, there))


@induction.post("/inductions/<uuid:induction_id>/ratings/sharing")
@guard(policies.share_rating, induction=Induction)
def share_rating(induction: Induction) -> Response:
    """Let assessor and manager read one's own view of a point."""
    views = queries.ratings_of(induction.person_id)
    sent = request.form.get("rating", "")
    rating = next((view for view in views if str(view.id) == sent and _shareable(view)), None)
    if rating is None or not SharingForm().validate():
        return _back(induction, "There is nothing to share there.")
    finishing.share_rating(g.person, induction, rating)
    return _back(induction, "Shared. Your assessor and your manager have been told.")


def _write(writing: Writing) -> Response:
    """The form of one view; a draft is kept, and finishing asks for every standard."""
    induction, there = writing.induction, writing.there
    words = there.words if there else {}
    kept = {field_of(key): word for key, word in words.items()}
    version = there.version if there else 0
    form = RatingForm.of(writing.framework)(data={"version": version, **kept})
    if form.validate_on_submit():
        if form.version.data != version and there is not None:
            return conflict(PAGE, over=there, form=form, writing=writing, induction=induction)
        try:
            return _back(induction, _kept(writing, form))
        except operations.NotFinishedError as refusal:
            form.refuse(refusal.args)
    return show(PAGE, form=form, writing=writing, induction=induction)


def _kept(writing: Writing, form: RatingForm) -> str:
    """Finish the view, or keep it as a draft, as the button said."""
    answers = operations.Answers(
        writing.induction.person,
        writing.framework,
        writing.point,
        writing.view,
        form.words(),
        writing.there,
    )
    if "finish" in request.form:
        finishing.finish_rating(g.person, writing.induction, answers)
        return "Finished."
    operations.save_rating(g.person, answers)
    return "Saved as a draft. Only you can see it."


def _reader(induction: Induction) -> str:
    """As whom the reader comes: the nearest of what they are to the person."""
    if induction.person_id == g.person.id:
        return comparing.SELF
    if induction.is_assessed_by(g.person) and induction.is_open:
        return ASSESSOR
    if induction.is_managed_by(g.person) and induction.is_open:
        return comparing.MANAGER
    return comparing.COORDINATOR


def _of(views: list[RatingSet], framework: Framework, point: str, view: str) -> RatingSet | None:
    key = (framework.key, point, view)
    return next((v for v in views if (v.framework_key, v.point, v.view) == key), None)


def _next(mine: list[RatingSet], framework: Framework, view: str) -> str | None:
    """The point that the reader writes about next, where they write at all."""
    return comparing.next_point(mine, framework.key, view)


def _may_look_back(mine: list[RatingSet]) -> bool:
    """Whether the view at the end is finished, and looking back is not."""
    finished = {(view.point, view.view) for view in mine if view.is_finished}
    return (END, OWN) in finished and (BEGINNING, LOOKING_BACK) not in finished


def _shareable(view: RatingSet) -> bool:
    return view.view != ASSESSOR and view.is_finished and not view.is_shared


def _paired(view: RatingSet, mine: list[RatingSet]) -> bool:
    return view.view == LOOKING_BACK or comparing.both_finished(view, mine)


def _back(induction: Induction, said: str) -> Response:
    return done(url_for("induction.ratings", induction_id=induction.id), said)
