"""Saving costs the same for one and for many, and no more than a form may cost."""

from portal.database import db
from portal.people.models import Person

MOST_FOR_A_SAVED_FORM = 14
WHO_MENTORS = 1  # whoever mentors somebody does not assess them: another area is asked


def statements_of_enrolling(browser, cast, statements, people):
    mine = browser(as_=cast.coordinator)
    fields = {
        "csrf_token": mine.token(),
        "people": [str(person.id) for person in people],
        "programme": "asye-child-and-family 2026",
        "start": "other",
        "started_on": "1 6 2026",
        "assessor": str(cast.assessor.id),
        "form_key": f"key of {len(people)}",
    }
    mine.send("get", "/inductions/new")
    statements.clear()
    assert mine.send("post", "/inductions/new", data=fields).status_code == 303
    return len(statements)


def test_enrolling_one_costs_no_more_than_a_saved_form_may(app, browser, cast, statements):
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    assert statements_of_enrolling(browser, cast, statements, [cast.nqsw]) <= (
        MOST_FOR_A_SAVED_FORM + WHO_MENTORS + more
    )


def test_enrolling_many_costs_as_much_as_one(browser, cast, statements):
    few = statements_of_enrolling(browser, cast, statements, [cast.worker])
    people = db.session.query(Person).filter(
        Person.organisation_id == cast.hr.organisation_id, Person.id != cast.worker.id
    )
    many = [p for p in people if p.id not in {cast.assessor.id, cast.coordinator.id}]
    assert len(many) > 5
    assert statements_of_enrolling(browser, cast, statements, many) <= few
