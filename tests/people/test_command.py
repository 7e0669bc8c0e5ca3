"""`flask people import`: the same list from the command line."""

from collections.abc import Callable
from contextvars import Context
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import event

from portal import audit
from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.commands import people
from portal.people.models import Person, Post
from portal.people.uploads import StaffListSource, StaffListUpload
from tests.factories.people import STAFF_LIST, a_list, a_row, an_organisation
from tests.people.importing import some


@pytest.fixture
def here(app: Flask) -> str:
    name = an_organisation("Marsh End").name
    db.session.commit()
    return name


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(people, ["import", *arguments])


def test_the_real_list_comes_in_after_a_preview_in_words(app: Flask, here: str) -> None:
    result = run(app, str(STAFF_LIST), "--organisation", here)
    assert result.exit_code == 0, result.output
    assert "400 people will be added with 404 posts (3 vacant), 0 changed." in result.output
    assert (
        "Row 182 (Liam Brontë), refused: Cont. Service Start: 31/02/2024 is not a date that exists."
        in result.output
    )
    assert "Row 152 (Gethin Udo), note: Gethin Udo reports to 00999999" in result.output
    assert "400 people were added" in result.output
    assert db.session.query(Person).count() == 400


def test_again_it_changes_nothing(app: Flask, here: str) -> None:
    run(app, str(STAFF_LIST), "--organisation", here)
    result = run(app, str(STAFF_LIST), "--organisation", here)
    assert result.exit_code == 0, result.output
    assert "The portal already knew everything in this list." in result.output
    assert db.session.query(Person).count() == 400


def test_a_dry_run_does_nothing(app: Flask, here: str) -> None:
    result = run(app, str(STAFF_LIST), "--organisation", here, "--dry-run")
    assert "Nothing was done: this was a dry run." in result.output
    assert db.session.query(Person).count() == db.session.query(AuditEntry).count() == 0


def test_the_trail_says_that_nobody_signed_in_did_it(app: Flask, here: str, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(a_list(a_row()))
    assert run(app, str(file), "--organisation", here).exit_code == 0
    entry = db.session.query(AuditEntry).filter_by(action="people.staff_list_imported").one()
    assert entry.actor_id is None


def test_an_unknown_organisation_is_told_with_the_ones_there_are(app: Flask, here: str) -> None:
    result = run(app, str(STAFF_LIST), "--organisation", "Marsh")
    assert result.exit_code == 1
    assert "There is no organisation called Marsh. There are: Marsh End." in result.output


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04", "or CSV UTF-8, and bring in that file"),
        (b"Surname,Base\nA,B\n", "not found: staff number"),
    ],
)
def test_what_cannot_be_read_is_told(
    content: bytes, sentence: str, app: Flask, here: str, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    result = run(app, str(file), "--organisation", here)
    assert result.exit_code == 1
    assert sentence in result.output


@pytest.fixture
def listed(app: Flask, here: str, tmp_path: Path) -> Callable[..., Result]:
    """The command, with a list of so many people."""

    def bring(number: int, *options: str, **facts: str) -> Result:
        file = tmp_path / "list.csv"
        file.write_bytes(some(number, **facts))
        return run(app, str(file), "--organisation", here, *options)

    return bring


def left() -> int:
    db.session.rollback()
    return db.session.query(Person).filter(Person.left_on.is_not(None)).count()


def test_absence_means_leaving_only_where_the_list_is_everyone(
    listed: Callable[..., Result],
) -> None:
    listed(40)
    assert listed(39).exit_code == 0
    assert left() == 0
    assert listed(39, "--everyone", "--as-at", "2026-11-20").exit_code == 0
    assert left() == 1


def test_when_many_would_leave_it_has_to_be_said(listed: Callable[..., Result]) -> None:
    listed(20)
    refused = listed(15, "--everyone")
    assert refused.exit_code == 4
    assert "5 of 20 people (25%) would leave. Have they left?" in refused.output
    assert "--yes-they-left" in refused.output
    assert left() == 0
    assert listed(15, "--everyone", "--yes-they-left").exit_code == 0
    assert left() == 5


@pytest.mark.parametrize(("options", "posts"), [((), 2), (("--corrections",), 1)])
def test_what_differs_has_changed_or_was_always_so(
    options: tuple[str, ...], posts: int, listed: Callable[..., Result]
) -> None:
    listed(1, Grade="G8")
    assert listed(1, "--as-at", "20 November 2026", *options, Grade="G9").exit_code == 0
    db.session.rollback()
    assert db.session.query(Post).count() == posts


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("27/11/2026", "27/11/2026 has not come yet."),
        ("31/2/2026", "That date does not exist."),
        ("soon", "Write the date as day, month and year"),
    ],
)
def test_a_day_that_has_not_come_or_is_none_is_told(
    day: str, sentence: str, listed: Callable[..., Result]
) -> None:
    refused = listed(1, "--as-at", day)
    assert refused.exit_code == 2
    assert sentence in refused.output


def test_a_source_is_remembered(listed: Callable[..., Result]) -> None:
    listed(1, "--source", "iTrent")
    listed(2)
    db.session.rollback()
    assert [source.name for source in db.session.query(StaffListSource)] == ["iTrent"]
    assert {upload.source_name for upload in db.session.query(StaffListUpload)} == {"iTrent"}


def test_a_bar_says_how_far_it_is(listed: Callable[..., Result]) -> None:
    result = listed(3)
    assert "Comparing the rows" in result.stderr
    assert "Writing" in result.stderr


def test_people_changed_meanwhile_stop_it(app: Flask, listed: Callable[..., Result]) -> None:
    listed(3)
    ben = db.session.query(Person).first()
    assert ben
    ben_id = ben.id

    def meanwhile() -> None:
        with app.app_context():
            audit.record(None, "people.person_changed", db.session.get_one(Person, ben_id))
            db.session.commit()
            db.session.remove()

    todo = [meanwhile]

    def look(_c: Any, _cu: Any, statement: str, *_: Any) -> None:
        if todo and "FROM post" in statement:
            thread = Thread(target=Context().run, args=(todo.pop(),))
            thread.start()
            thread.join()

    event.listen(db.engine, "before_cursor_execute", look)
    try:
        result = listed(4)
    finally:
        event.remove(db.engine, "before_cursor_execute", look)
    assert result.exit_code == 3
    assert "people were changed meanwhile" in result.output
    db.session.rollback()
    assert db.session.query(Person).count() == 3
