"""the calendar of a year moves

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

KINDS = "'pause', 'extension', 'deferral', 'withdrawal', 'transfer out'"
REASONS = (
    "'sickness', 'bereavement', 'parental leave', 'missing support', 'time lost', "
    "'few opportunities', 'career break', 'left the profession', 'moved employer', 'other'"
)
PARTS = "'worker', 'assessor', 'manager', 'coordinator'"
MEANS = "'portal', 'telephone', 'mail', 'meeting'"
WAITING = sa.text('effective_at IS NULL AND withdrawn_at IS NULL')


def upgrade():
    _add('organisation', sa.Column('nation', sa.String(), nullable=False, server_default='ENG'))
    with op.batch_alter_table('organisation') as batch_op:
        batch_op.create_check_constraint('nation_known', "nation IN ('ENG', 'WLS', 'SCT', 'NIR')")
    _add('induction',
         sa.Column('stops', sa.JSON(), nullable=False, server_default='[]'),
         sa.Column('extensions', sa.JSON(), nullable=False, server_default='[]'),
         sa.Column('probation_ends_on', sa.Date(), nullable=True),
         sa.Column('taken_on_on', sa.Date(), nullable=True),
         sa.Column('ended_as', sa.String(), nullable=False, server_default=''),
         sa.Column('end_noted_on', sa.Date(), nullable=True))
    with op.batch_alter_table('induction') as batch_op:
        batch_op.create_check_constraint(
            'ended_as_known', "ended_as IN ('', 'completed', 'withdrawal', 'transfer out')")
    _add('induction_item', sa.Column('earlier', sa.String(), nullable=False, server_default=''))
    with op.batch_alter_table('induction_item') as batch_op:
        batch_op.create_check_constraint(
            'earlier_known', "earlier IN ('', 'happened', 'not known')")
    _changes()
    _agreements()


def _changes():
    op.create_table('induction_change',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('extends_by', sa.Integer(), nullable=True),
    sa.Column('proposed_by_id', sa.Uuid(), nullable=False),
    sa.Column('proposed_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('effective_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('withdrawn_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('withdrawn_by_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(kind = 'extension') = (extends_by IS NOT NULL)", name=op.f('ck_induction_change_extension_days')),
    sa.CheckConstraint('extends_by IS NULL OR extends_by > 0', name=op.f('ck_induction_change_extends_forward')),
    sa.CheckConstraint('(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)', name=op.f('ck_induction_change_withdrawn_by_somebody')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_induction_change_period_in_order')),
    sa.CheckConstraint(f'kind IN ({KINDS})', name=op.f('ck_induction_change_kind_known')),
    sa.CheckConstraint(f'reason IN ({REASONS})', name=op.f('ck_induction_change_reason_known')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_induction_change_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_induction_change_organisation_id')),
    sa.ForeignKeyConstraint(['proposed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_induction_change_proposed_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['withdrawn_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_induction_change_withdrawn_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_induction_change')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_induction_change_id_organisation_id'))
    )
    with op.batch_alter_table('induction_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_induction_change_induction_id'), ['induction_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_induction_change_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index('ix_induction_change_proposed', ['organisation_id', 'proposed_at', 'id'], unique=False)
        batch_op.create_index('uq_induction_change_waiting', ['induction_id'], unique=True, sqlite_where=WAITING, postgresql_where=WAITING)


def _agreements():
    op.create_table('change_agreement',
    sa.Column('change_id', sa.Uuid(), nullable=False),
    sa.Column('part', sa.String(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=False),
    sa.Column('means', sa.String(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint(f'means IN ({MEANS})', name=op.f('ck_change_agreement_means_known')),
    sa.CheckConstraint(f'part IN ({PARTS})', name=op.f('ck_change_agreement_part_known')),
    sa.ForeignKeyConstraint(['change_id', 'organisation_id'], ['induction_change.id', 'induction_change.organisation_id'], name=op.f('fk_change_agreement_change_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_change_agreement_organisation_id')),
    sa.ForeignKeyConstraint(['recorded_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_change_agreement_recorded_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_change_agreement')),
    sa.UniqueConstraint('change_id', 'part', name=op.f('uq_change_agreement_change_id_part')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_change_agreement_id_organisation_id'))
    )
    with op.batch_alter_table('change_agreement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_change_agreement_change_id'), ['change_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_change_agreement_organisation_id'), ['organisation_id'], unique=False)


def _add(table, *columns):
    """Add columns that the rows of today need a value for; the default goes once they have it."""
    with op.batch_alter_table(table) as batch_op:
        for column in columns:
            batch_op.add_column(column)
    with op.batch_alter_table(table) as batch_op:
        for column in columns:
            if not column.nullable:
                batch_op.alter_column(column.name, existing_type=column.type, server_default=None)
