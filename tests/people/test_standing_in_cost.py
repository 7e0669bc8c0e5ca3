"""What arranging, changing and ending cover and acting up costs the database."""

from collections.abc import Callable

from portal.database import db
from portal.people.models import Cover, Post, Unit
from tests.browser import Browser
from tests.cast import Cast

MOST = 14
DAYS = {"started_on": "26/11/2026", "ended_on": "31/12/2026", "roles": ["manager"]}


def test_none_of_it_costs_more_than_a_saved_form_may(
    cast: Cast, browser: Callable[..., Browser], statements: list[str]
) -> None:
    post = db.session.query(Post).filter_by(person_id=cast.manager.id).one()
    unit = db.session.query(Unit).filter_by(organisation_id=cast.hr.organisation_id).first()
    assert unit
    hr = browser(as_=cast.hr)
    token, cost = hr.token(), {}

    def send(path: str, **data: object) -> None:
        db.session.rollback()
        statements.clear()
        answer = hr.send("post", path, data={**data, "csrf_token": token})
        assert answer.status_code == 303, f"{path}: {answer.status_code}"
        cost[path] = len(statements)

    acting = {"job_title": "Team Manager", "basis": "acting up", "unit": str(unit.id)}
    send(f"/posts/{post.id}/cover", person=str(cast.worker.id), **DAYS)
    send(f"/people/{cast.assistant.id}/acting-up", manager="", **acting, **DAYS)
    for row, path in (
        (db.session.query(Cover).one(), "/covers"),
        (db.session.query(Post).filter_by(basis="acting up").one(), "/people/acting-up"),
    ):
        send(f"{path}/{row.id}/last-day", ended_on="31/1/2027", version=row.version)
        send(f"{path}/{row.id}/ending")
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    assert max(cost.values()) <= MOST + more, cost
