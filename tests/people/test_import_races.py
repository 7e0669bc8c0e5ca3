"""Staff lists and other people's work at the same moment: nobody waits, nothing is half done."""

from collections.abc import Callable, Iterator
from contextvars import Context
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import event

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person, Post, RoleHeld, Unit
from portal.people.uploads import StaffListEntry, StaffListUpload
from tests.factories.people import a_list
from tests.people.importing import chosen, looked_at, row, some
from tests.web.conftest import twin

Deed = Callable[[], Any]


def at_once(*deeds: Deed) -> None:
    """Each in a thread of its own, all from one moment on."""
    start, faults = Barrier(len(deeds)), []

    def run(deed: Deed) -> None:
        start.wait()
        try:
            Context().run(deed)
        except Exception as fault:
            faults.append(fault)

    threads = [Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, faults


@pytest.fixture
def while_reading(app: Any) -> Iterator[Callable[[Deed], None]]:
    """Something happens elsewhere once, while the rows are held against the posts in the portal."""
    todo: list[Deed] = []

    def look(_c: Any, _cu: Any, statement: str, *_: Any) -> None:
        if todo and "FROM post" in statement:
            at_once(todo.pop())

    event.listen(db.engine, "before_cursor_execute", look)
    yield todo.append
    event.remove(db.engine, "before_cursor_execute", look)
    assert not todo, "Nothing read the posts"


def by_another(app: Any, deed: Deed) -> Deed:
    """What another process does and keeps."""

    def do() -> None:
        with app.app_context():
            deed()
            db.session.commit()
            db.session.remove()

    return do


def a_save(page: Any, person: Person) -> tuple[Deed, list[int]]:
    """Somebody else's form about another person, and how it was answered."""
    page.visit(f"/people/{person.id}/edit")
    form = page._form_with("Save")
    data = page._fields(form, "Save") | {"base": "West Hub"}
    path, client, answers = page.url, twin(page), []
    return lambda: answers.append(client.post(path, data=data).status_code), answers


def kept() -> tuple[int, ...]:
    db.session.rollback()
    return tuple(db.session.query(model).count() for model in (Person, Post, Unit))


def fields_of(page: Any, button: str) -> dict[str, Any]:
    return page._fields(page._form_with(button), button)


def test_others_save_while_rows_are_compared_and_the_preview_says_so(
    app, cast, browser, while_reading
):
    save, answers = a_save(browser(as_=cast.admin), cast.worker)
    page = chosen(browser(as_=cast.hr), some(5))
    while_reading(save)
    page.submit("Look at the rows")
    assert answers == [303]
    assert page.heading == "What would change"
    assert "1 person was changed since you looked." in page.text
    page.submit("Look again")
    assert "changed since you looked" not in page.text
    assert page.submit("Apply").heading == "The staff list is in"


def test_somebody_who_lost_the_role_while_rows_were_compared_keeps_nothing(
    app, cast, browser, while_reading
):
    hr_id = cast.hr.id
    page = chosen(browser(as_=cast.hr), some(5))
    while_reading(
        by_another(app, lambda: db.session.query(RoleHeld).filter_by(person_id=hr_id).delete())
    )
    page.submit("Look at the rows")
    assert page.status == 404
    db.session.rollback()
    assert not db.session.query(StaffListUpload).one().is_planned
    assert db.session.query(StaffListEntry).count() == 0


def test_a_list_given_up_while_its_rows_were_compared_is_not_found(
    app, cast, browser, while_reading
):
    page = chosen(browser(as_=cast.hr), some(5))
    while_reading(by_another(app, lambda: db.session.query(StaffListUpload).delete()))
    page.submit("Look at the rows")
    assert page.status == 404
    assert db.session.query(StaffListEntry).count() == 0


def test_a_list_applied_in_another_window_is_shown_as_it_is(app, cast, browser, while_reading):
    page = looked_at(browser(as_=cast.hr), some(5))
    data, path, client = fields_of(page, "Apply"), page.url, twin(page)
    page.follow("Correct the columns")
    while_reading(lambda: client.post(f"{path}/applying", data=data))
    page.submit("Look at the rows")
    assert page.heading == "The staff list is in"


def test_of_two_who_apply_at_once_the_second_is_told_and_nothing_is_half_done(cast, browser):
    before = kept()
    pages = [looked_at(browser(as_=who), some(30)) for who in (cast.hr, cast.admin)]
    sends = [(twin(page), f"{page.url}/applying", fields_of(page, "Apply")) for page in pages]
    answers = []

    def send(client: Any, path: str, data: Any) -> None:
        answers.append(client.post(path, data=data))

    at_once(*(lambda each=each: send(*each) for each in sends))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    told = next(answer for answer in answers if answer.status_code == 409)
    assert "30 people were changed since you looked." in told.text
    assert "Look again" in told.text
    assert kept()[0] == before[0] + 30
    assert kept()[1] == before[1] + 30


def test_a_double_click_on_apply_brings_it_in_once(cast, browser):
    before = kept()
    page = looked_at(browser(as_=cast.hr), some(30))
    path, data, answers = f"{page.url}/applying", fields_of(page, "Apply"), []
    clients = [twin(page) for _ in range(4)]
    at_once(
        *(
            lambda client=client: answers.append(client.post(path, data=data).location)
            for client in clients
        )
    )
    assert answers == [f"{page.url}/result"] * 4
    assert kept()[0] == before[0] + 30


def test_a_person_edited_between_looking_and_applying_stops_it_whole(cast, browser):
    page = looked_at(browser(as_=cast.hr), some(3))
    save, answers = a_save(browser(as_=cast.admin), cast.worker)
    save()
    before = kept()
    page.submit("Apply")
    assert (answers, page.status) == ([303], 409)
    assert "Nothing was brought in. 1 person was changed since you looked." in page.text
    assert kept() == before
    page.submit("Look again").submit("Apply")
    assert page.heading == "The staff list is in"


def test_looking_again_in_another_window_is_told(cast, browser):
    page = looked_at(browser(as_=cast.hr), a_list(row(1), row(2)))
    data, path = fields_of(page, "Apply"), page.url
    page.follow("Correct the columns").submit("Look at the rows", job_title="1", family_name="3")
    page.post(f"{path}/applying", **data)
    assert page.status == 409
    assert "looked at again in another window" in page.text


@pytest.mark.parametrize(
    ("action", "of", "stops"),
    [
        ("people.person_changed", "worker", True),
        ("people.post_changed", "post", True),
        ("people.unit_renamed", "unit", True),
        ("people.role_granted", "role", True),
        ("people.field_owners_changed", "organisation", True),
        ("people.areas_switched", "organisation", False),
        ("people.card_exported", "worker", False),
        ("people.person_viewed", "worker", False),
        ("people.staff_list_uploaded", "upload", False),
        ("identity.person_invited", "worker", False),
    ],
)
def test_what_a_plan_rests_on_stops_it_and_nothing_else(action, of, stops, cast, browser):
    page = looked_at(browser(as_=cast.hr), some(3))
    own = {"organisation_id": cast.hr.organisation_id}
    subjects = {
        "worker": cast.worker,
        "post": db.session.query(Post).filter_by(person_id=cast.worker.id).one(),
        "unit": db.session.query(Unit).filter_by(**own).first(),
        "role": db.session.query(RoleHeld).filter_by(person_id=cast.worker.id).one(),
        "organisation": db.session.get_one(Organisation, own["organisation_id"]),
        "upload": db.session.query(StaffListUpload).one(),
    }
    audit.record(cast.admin, action, subjects[of])
    db.session.commit()
    page.visit(page.url)
    assert ("Look again" in page.text) == stops
    if of in ("worker", "post") and stops:
        assert "1 person was changed since you looked." in page.text


def test_what_another_organisation_does_is_nothing_to_a_plan(cast, browser):
    page = looked_at(browser(as_=cast.hr), some(3))
    looked_at(browser(as_=cast.harbour_hr), some(3)).submit("Apply")
    assert page.submit("Apply").heading == "The staff list is in"


def test_a_mark_of_another_plan_brings_nothing_in(cast, browser):
    page = looked_at(browser(as_=cast.hr), some(3))
    page.post(f"{page.url}/applying", **(fields_of(page, "Apply") | {"plan": "x" * 64}))
    assert page.status == 409
