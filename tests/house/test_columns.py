"""Every column is classed, and every row knows its organisation."""

import pytest
from sqlalchemy import Column, ForeignKeyConstraint, Integer, MetaData, Table, Text

from portal.database import PUBLIC, Base

CLASSES = {"public", "personal", "private", "secret"}
# What stands above or beside organisations.
NOBODYS = {"organisation", "throttle_bucket"}
# The one key that crosses on purpose: a contract is the council's, totals under it the practice's.
CROSSES = {"practice_totals.['contract_id', 'council_id']"}


def unclassed(metadata: MetaData) -> list[str]:
    """Columns that nobody has said how to treat."""
    return [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if column.info.get("class") not in CLASSES
    ]


def loose(metadata: MetaData) -> list[str]:
    """Foreign keys that could point into another organisation."""
    found = []
    for table in metadata.sorted_tables:
        for key in table.constraints:
            if not isinstance(key, ForeignKeyConstraint) or table.name in NOBODYS:
                continue
            if key.referred_table.name in NOBODYS:
                continue
            if "organisation_id" not in key.column_keys:
                found.append(f"{table.name}.{key.column_keys}")
    return found


@pytest.fixture(scope="module")
def metadata(built):
    return Base.metadata


def test_every_column_is_classed(metadata):
    assert unclassed(metadata) == []


def test_a_planted_unclassed_column_is_found():
    planted = MetaData()
    Table("diary", planted, Column("id", Integer, info=PUBLIC), Column("words", Text))
    assert unclassed(planted) == ["diary.words"]


def test_every_table_belongs_to_an_organisation(metadata):
    without = {t.name for t in metadata.sorted_tables if "organisation_id" not in t.columns}
    assert without - NOBODYS == set()


def test_no_foreign_key_can_cross_the_wall(metadata):
    assert set(loose(metadata)) == CROSSES


def test_every_check_has_a_name_that_says_what_it_holds(metadata):
    unnamed = [c for t in metadata.sorted_tables for c in t.constraints if c.name is None]
    assert unnamed == []
