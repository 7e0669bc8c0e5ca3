"""programmes: a move to another programme is proposed, and done when the person agrees

Revision: 0015, after 0014
"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'programme_move',
        sa.Column('induction_id', sa.Uuid(), nullable=False),
        sa.Column('programme_key', sa.String(), nullable=False),
        sa.Column('programme_version', sa.String(), nullable=False),
        sa.Column('proposed_by_id', sa.Uuid(), nullable=False),
        sa.Column('proposed_on', sa.Date(), nullable=False),
        sa.Column('answer', sa.String(), nullable=False),
        sa.Column('answered_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("(answer = '') = (answered_on IS NULL)", name=op.f('ck_programme_move_answered_on_a_day')),
        sa.CheckConstraint("answer IN ('', 'agreed', 'declined', 'withdrawn')", name=op.f('ck_programme_move_answer_known')),
        sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_programme_move_induction_id_organisation_id')),
        sa.ForeignKeyConstraint(['proposed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_programme_move_proposed_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_programme_move_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_programme_move')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_programme_move_id_organisation_id')),
    )
    with op.batch_alter_table('programme_move', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_programme_move_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_programme_move_induction_id'), ['induction_id'], unique=False)
        batch_op.create_index(
            'uq_programme_move_waiting', ['induction_id'], unique=True,
            sqlite_where=sa.text("answer = ''"), postgresql_where=sa.text("answer = ''"),
        )
