"""teams: models of an organisation's own, and which team keeps to which model

Revision: 0037, after 0036
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "team_model",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_team_model_number_from_one")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_team_model_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_model")),
        sa.UniqueConstraint("id", "organisation_id", name=op.f("uq_team_model_id_organisation_id")),
        sa.UniqueConstraint(
            "organisation_id", "key", "number", name=op.f("uq_team_model_organisation_id_key_number")
        ),
    )
    op.create_index(op.f("ix_team_model_organisation_id"), "team_model", ["organisation_id"])
    op.create_table(
        "team_on_model",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("model_key", sa.String(), nullable=False),
        sa.Column("model_number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= started_on",
            name=op.f("ck_team_on_model_period_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_team_on_model_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id", "organisation_id"],
            ["unit.id", "unit.organisation_id"],
            name=op.f("fk_team_on_model_unit_id_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_on_model")),
        sa.UniqueConstraint(
            "id", "organisation_id", name=op.f("uq_team_on_model_id_organisation_id")
        ),
        sa.UniqueConstraint(
            "unit_id", "started_on", name=op.f("uq_team_on_model_unit_id_started_on")
        ),
    )
    op.create_index(op.f("ix_team_on_model_organisation_id"), "team_on_model", ["organisation_id"])
    op.create_index(
        op.f("ix_team_on_model_organisation_id_model_key_model_number"),
        "team_on_model",
        ["organisation_id", "model_key", "model_number"],
    )
    _switch_on("teams")


def _switch_on(area):
    """Let every organisation have the area, as it is on at first."""
    bind = op.get_bind()
    organisation = sa.table("organisation", sa.column("id", sa.Uuid()), sa.column("areas", sa.JSON()))
    for row in bind.execute(sa.select(organisation.c.id, organisation.c.areas)).all():
        areas = json.loads(row.areas) if isinstance(row.areas, str) else list(row.areas)
        if area not in areas:
            changed = organisation.update().where(organisation.c.id == row.id)
            bind.execute(changed.values(areas=[*areas, area]))
