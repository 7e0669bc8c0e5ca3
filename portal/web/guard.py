"""The guard under every route: who may, on what, in one transaction.

`guard(policy, pairing=Pairing)` signs the person in or sends them to sign in, answers 404 for an
area that is off and for what does not exist in their organisation, asks the policy (403, or 404
where the existence of the thing is confidential), hands the object to the view, and commits
once after a successful unsafe method. With `fresh=True` it first asks whoever signed in a while
ago to say again who they are. `public(reason)` marks the few routes open to strangers.

A view whose answer takes long to work out says `reads_first=True`. Its request begins as a read,
which keeps nobody waiting; `take_the_pen()` ends that and begins the write, short and with
everything asked anew. What such a view wrote before it took the pen is not kept.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any
from uuid import UUID

from flask import Flask, Response, abort, current_app, flash, g, make_response, request
from flask_login import current_user
from sqlalchemy import Uuid, bindparam, select
from werkzeug.exceptions import HTTPException

from portal import database
from portal.database import Owned, db
from portal.web import keys
from portal.web.actor import Actor
from portal.web.pages import elsewhere

SAFE = {"GET", "HEAD", "OPTIONS"}
View = Callable[..., Any]
Policy = Callable[..., bool]


@dataclass(frozen=True)
class Rule:
    """What a route declares: who may use it, on which subject, and how much it takes in."""

    policy: Policy | None = None
    subject: str = ""
    model: type[Owned] | None = None
    hidden: bool = False
    reason: str = ""
    limit: int = 0
    asks_who: bool = True
    reads_first: bool = False
    fresh: bool = False

    @property
    def words(self) -> str:
        """The rule in words, as the table of access prints it."""
        if self.policy is None:
            return f"Everybody, without signing in: {self.reason}"
        return (self.policy.__doc__ or "").strip().splitlines()[0]

    def allows(self, person: Actor, subject: Any = None) -> bool:
        """Whether the policy lets this person do it, to this subject if there is one."""
        if self.policy is None:
            return True
        return self.policy(person, subject) if self.model else self.policy(person)


def guard(
    policy: Policy,
    *,
    hidden: bool = False,
    limit: int = 0,
    reads_first: bool = False,
    fresh: bool = False,
    **subject: type[Owned],
) -> Callable[[View], View]:
    """Let only whom the policy allows reach the view, with the subject that the URL names.

    `limit` is the number of bytes that the request may carry, where the general one is too small.
    `reads_first` leaves the pen to others until the view asks for it with `take_the_pen`.
    `fresh` is for what a stranger at an open computer must not do (T26): more than ten minutes
    after signing in the password is asked for again, and then the request goes on.
    """
    if len(subject) > 1:
        raise TypeError("A URL names one subject; reach the others through it.")
    name, model = next(iter(subject.items()), ("", None))
    rule = Rule(policy, name, model, hidden, "", limit, reads_first=reads_first, fresh=fresh)
    return _under(rule)


def public(reason: str, *, asks_who: bool = True) -> Callable[[View], View]:
    """Let everybody reach the view; the reason is printed in the table of access.

    A view that does not ask who is there reads no session, and may be kept by the browser.
    """
    return _under(Rule(reason=reason, asks_who=asks_who))


def rule_of(view: View | None) -> Rule | None:
    """The rule under a view, or nothing where it has no guard."""
    return getattr(view, "rule", None)


def signed_in() -> Actor | None:
    """The person whose browser this is, if a session is open in it."""
    return current_user.person if current_user.is_authenticated else None


def take_the_pen(beside: Iterable[UUID] = ()) -> Any:
    """End the reading of a view that reads first and begin its writing; the subject, loaded anew.

    `beside` are other organisations that the deed writes in: their pens are taken with one's own,
    always in the order of their ids, so that two deeds across the same wall never wait in a ring.

    Others may have written meanwhile, so nothing that was read before counts: who acts is asked
    again, and the policy, and whether this form has been answered. Rows from the reading are cut
    off; a view that goes on using one fails.
    """
    reading = g.pop("reading", None)
    if reading is None:
        raise RuntimeError("Only a view that reads first takes the pen, and once.")
    rule, given = reading
    db.session.rollback()
    _begin(writing=True)
    person = g.person = _signed_in_still()
    if person is not None and _take_pens({person.organisation_id, *beside}):
        person = g.person = _signed_in_still()
    if person is None:
        abort(_sent_to_sign_in())
    kept = keys.location_of(person)
    if kept:
        abort(_answered_before(kept))
    _ask(rule, person, given)
    return given.get(rule.subject)


def remember() -> None:
    """Keep what this request wrote although its answer is a refusal (a throttle, a failure)."""
    g.remember = True


def may(endpoint: str, subject: Any = None) -> bool:
    """Whether the signed-in person may use this endpoint, on this subject: for templates."""
    rule = rule_of(current_app.view_functions.get(endpoint))
    if rule is None:
        raise LookupError(f"No guarded route is called {endpoint}.")
    person = g.get("person")
    if person is None:
        return rule.policy is None
    area = endpoint.partition(".")[0]
    return person.organisation.has_area(area) and rule.allows(person, subject)


def refuse_unguarded(app: Flask) -> None:
    """Stop the start when a route has no guard."""
    for endpoint, view in app.view_functions.items():
        if rule_of(view) is None:
            raise RuntimeError(f"The route {endpoint} has no guard. Give it one, or public().")


def _under(rule: Rule) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(**given: Any) -> Response:
            unsafe = request.method not in SAFE
            _begin(writing=unsafe and not rule.reads_first, whole=unsafe)
            try:
                response = _answer(rule, view, given, unsafe)
            except Exception as fault:
                _end(isinstance(fault, HTTPException) and bool(g.get("remember")))
                _forget_who()
                raise
            _end(response.status_code < 400 or bool(g.get("remember")))
            return response

        guarded.rule = rule  # type: ignore[attr-defined]
        return guarded

    return decorate


def _begin(*, writing: bool, whole: bool = False) -> None:
    """Begin the transaction, and know whether it holds the pen; `whole`: it sees one moment."""
    g.has_pen = writing
    if writing:
        database.write()
    elif whole:
        database.read()


def _end(keep: bool) -> None:
    """End the transaction before anything else is read or written."""
    if keep and g.has_pen:
        database.commit()
    else:
        db.session.rollback()


def _take_pens(houses: set[UUID]) -> bool:
    """Take the pens of these organisations in the order of their ids; whether any is new."""
    new = [database.lock(each) for each in sorted(houses)]
    return any(new)


def _forget_who() -> None:
    """Let whoever is acting be loaded again: what was loaded ended with its transaction."""
    g.pop("person", None)
    g.pop("_login_user", None)  # Flask-Login's own place for them


def _answer(rule: Rule, view: View, given: dict[str, Any], unsafe: bool) -> Response:
    person = g.person = signed_in() if rule.asks_who else None
    if rule.policy is None:
        return make_response(view(**given))
    if g.has_pen and person is not None and database.lock(person.organisation_id):
        person = g.person = _signed_in_still()
    if person is None:
        return _sent_to_sign_in()
    kept = keys.location_of(person) if unsafe else None
    if kept:  # before the policy, which may well refuse what is done already
        return _answered_before(kept)
    if unsafe and rule.reads_first:
        g.reading = rule, dict(given)
    _ask(rule, person, given)
    if rule.fresh and not current_user.is_fresh:
        return _sent_to_confirm()
    return make_response(view(**given))


def _answered_before(location: str) -> Response:
    """The first answer again, for whoever sent a form twice or never heard that it was saved."""
    flash("This is saved already. It counts once.")
    return elsewhere(location)


def _sent_to_sign_in() -> Response:
    return make_response(current_app.login_manager.unauthorized())  # type: ignore[attr-defined]


def _sent_to_confirm() -> Response:
    return make_response(current_app.login_manager.needs_refresh())  # type: ignore[attr-defined]


def _signed_in_still() -> Actor | None:
    """Who is acting as the database has it now: others wrote while this request waited."""
    db.session.expunge_all()
    _forget_who()
    return signed_in()


def _ask(rule: Rule, person: Actor, given: dict[str, Any]) -> None:
    """Put the subject into `given` if this person may have it; otherwise end the request."""
    if not person.organisation.has_area(request.blueprint or ""):
        abort(404)
    subject = None
    if rule.model is not None:
        subject = given[rule.subject] = _load(rule, person, given.pop(f"{rule.subject}_id"))
    if not rule.allows(person, subject):
        abort(404 if rule.hidden else 403)


def _load(rule: Rule, person: Actor, row_id: UUID) -> Owned:
    model: Any = rule.model
    given = {"row": row_id, "here": person.organisation_id}
    row: Owned | None = db.session.scalar(_own(model), given)
    if row is None:
        abort(404)
    return row


@cache
def _own(model: Any) -> Any:
    """What asks for one row of a house: most pages begin with it, so it is put together once."""
    row, here = bindparam("row", type_=Uuid()), bindparam("here", type_=Uuid())
    return select(model).where(model.id == row, model.seen_from(here))
