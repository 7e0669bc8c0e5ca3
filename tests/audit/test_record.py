"""Deeds are written down in the transaction of the deed."""

from sqlalchemy import text

from portal import audit
from portal.audit import queries
from portal.audit.chain import faults
from portal.audit.commands import audit as commands
from portal.database import db


def test_each_organisation_has_its_own_whole_chain(app, cast):
    audit.record(cast.hr, "people.person_changed", cast.nqsw, fields=["base"])
    db.session.commit()
    audit.record_many(cast.hr, "people.invited", [(cast.nqsw, {}), (cast.coach, {"again": True})])
    audit.record(cast.harbour_hr, "people.person_changed", cast.harbour_nqsw)
    db.session.commit()
    key = app.config["AUDIT_KEY"]
    riverside = list(queries.links(cast.hr.organisation_id))
    assert [link.number for link, _ in riverside] == [1, 2, 3]
    assert faults(key, riverside) == []
    assert len(list(queries.links(cast.harbour_hr.organisation_id))) == 1


def test_a_deed_that_is_rolled_back_leaves_no_entry_and_no_gap(app, cast):
    audit.record(cast.hr, "people.person_changed", cast.nqsw)
    db.session.rollback()
    audit.record(cast.hr, "people.person_changed", cast.nqsw)
    db.session.commit()
    assert [link.number for link, _ in queries.links(cast.hr.organisation_id)] == [1]


def test_the_verifier_says_which_entry_was_changed(app, cast):
    for _ in range(3):
        audit.record(cast.hr, "people.person_changed", cast.nqsw)
    db.session.commit()
    runner = app.test_cli_runner()
    assert "whole" in runner.invoke(commands, ["verify"]).output
    db.session.execute(text("UPDATE audit_entry SET action = 'people.kept' WHERE number = 2"))
    db.session.commit()
    answer = runner.invoke(commands, ["verify"])
    assert answer.exit_code == 1
    assert "Entry 2 was changed" in answer.output


def test_the_verifier_misses_no_tail_beside_an_exported_head(app, cast, tmp_path):
    for _ in range(3):
        audit.record(cast.hr, "people.person_changed", cast.nqsw)
    db.session.commit()
    runner = app.test_cli_runner()
    heads = tmp_path / "heads"
    heads.write_text(runner.invoke(commands, ["head"]).output)
    db.session.execute(text("DELETE FROM audit_entry WHERE number = 3"))
    db.session.commit()
    assert runner.invoke(commands, ["verify"]).exit_code == 0
    assert runner.invoke(commands, ["verify", "--heads", str(heads)]).exit_code == 1
