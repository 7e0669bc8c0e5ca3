"""Thousands of rows written at once read back as they were, on both engines, with their trail."""

from datetime import date
from uuid import uuid4

import pytest

from portal import audit
from portal.audit import queries as trail
from portal.audit.models import AuditEntry
from portal.database import AT_ONCE, MANY, db, insert_many
from portal.people.models import Person
from tests.cast import Cast

ODD = "O’Hara\tDee\\N \n“é” \\."


@pytest.mark.parametrize("number", [1, MANY + 1, AT_ONCE + 1])
def test_rows_read_back_as_they_were_written(number: int, cast: Cast) -> None:
    own = {"organisation_id": cast.hr.organisation_id, "given_names": ODD, "family_name": "",
           "sort_key": ODD, "base": "many", "left_on": None, "email": None,
           "qualified_on": date(2024, 2, 29)}  # fmt: skip
    rows = [{"id": uuid4(), **own} for _ in range(number)]
    rows[-1] = dict(reversed(rows[-1].items()))
    insert_many(Person, rows)
    audit.record_many(cast.hr, "people.person_added",
                      [(audit.Pointer(row["id"], row["organisation_id"], "person"),
                        {"fields": [ODD, 'a "b"']}) for row in rows])  # fmt: skip
    db.session.commit()
    found = db.session.query(Person).filter_by(base="many").all()
    assert len(found) == number
    said = {(each.given_names, each.sort_key, each.left_on, each.email) for each in found}
    assert said == {(ODD, ODD, None, None)}
    assert {(each.qualified_on, each.version, each.phone) for each in found} == {
        (date(2024, 2, 29), 1, "")
    }
    entries = db.session.query(AuditEntry).order_by(AuditEntry.number).all()
    assert [entry.number for entry in entries] == list(range(1, number + 1))
    assert {str(entry.particulars["fields"]) for entry in entries} == {str([ODD, 'a "b"'])}
    assert trail.head(cast.hr.organisation_id).number == number
