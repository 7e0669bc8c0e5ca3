"""`flask people import`: the same list from the command line."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.commands import people
from portal.people.models import Person
from tests.factories.people import STAFF_LIST, a_list, a_row, an_organisation


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
