"""pairs: proposed to both and answered by each; what follows a pairing through its life

Revision: 0021, after 0020
"""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'pair_proposal',
        sa.Column('coach_id', sa.Uuid(), nullable=False),
        sa.Column('supported_id', sa.Uuid(), nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('started_on', sa.Date(), nullable=False),
        sa.Column('proposed_by_id', sa.Uuid(), nullable=False),
        sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('lapses_on', sa.Date(), nullable=False),
        sa.Column('outcome', sa.String(), nullable=True),
        sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('pairing_id', sa.Uuid(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('coaching', 'mentoring')", name=op.f('ck_pair_proposal_kind_known')),
        sa.CheckConstraint("outcome IN ('agreed', 'declined', 'lapsed', 'withdrawn')", name=op.f('ck_pair_proposal_outcome_known')),
        sa.CheckConstraint("pairing_id IS NULL OR outcome = 'agreed'", name=op.f('ck_pair_proposal_begun_once_agreed')),
        sa.CheckConstraint('(outcome IS NULL) = (closed_at IS NULL)', name=op.f('ck_pair_proposal_closed_whole')),
        sa.CheckConstraint('coach_id <> supported_id', name=op.f('ck_pair_proposal_two_people')),
        sa.ForeignKeyConstraint(['coach_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_proposal_coach_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pair_proposal_organisation_id')),
        sa.ForeignKeyConstraint(['pairing_id', 'organisation_id'], ['pairing.id', 'pairing.organisation_id'], name=op.f('fk_pair_proposal_pairing_id_organisation_id')),
        sa.ForeignKeyConstraint(['proposed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_proposal_proposed_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['supported_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_proposal_supported_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_proposal')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_pair_proposal_id_organisation_id')),
    )
    op.create_index(op.f('ix_pair_proposal_coach_id_outcome'), 'pair_proposal', ['coach_id', 'outcome'])
    op.create_index(op.f('ix_pair_proposal_organisation_id'), 'pair_proposal', ['organisation_id'])
    op.create_index(op.f('ix_pair_proposal_organisation_id_proposed_at_id'), 'pair_proposal', ['organisation_id', 'proposed_at', 'id'])
    op.create_index(op.f('ix_pair_proposal_supported_id_outcome'), 'pair_proposal', ['supported_id', 'outcome'])
    op.create_index('uq_pair_proposal_still_waits', 'pair_proposal', ['coach_id', 'supported_id', 'kind'], unique=True, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))
    op.create_table(
        'pair_answer',
        sa.Column('proposal_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('says', sa.String(), nullable=False),
        sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint("says IN ('yes', 'no')", name=op.f('ck_pair_answer_says_known')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pair_answer_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_answer_person_id_organisation_id')),
        sa.ForeignKeyConstraint(['proposal_id', 'organisation_id'], ['pair_proposal.id', 'pair_proposal.organisation_id'], name=op.f('fk_pair_answer_proposal_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_answer')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_pair_answer_id_organisation_id')),
        sa.UniqueConstraint('proposal_id', 'person_id', name=op.f('uq_pair_answer_proposal_id_person_id')),
    )
    op.create_index(op.f('ix_pair_answer_organisation_id'), 'pair_answer', ['organisation_id'])
    op.create_table(
        'conflict_approved',
        sa.Column('coach_id', sa.Uuid(), nullable=False),
        sa.Column('supported_id', sa.Uuid(), nullable=False),
        sa.Column('conflict', sa.String(), nullable=False),
        sa.Column('reason', sa.String(), nullable=False),
        sa.Column('approved_by_id', sa.Uuid(), nullable=False),
        sa.Column('approved_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint("conflict IN ('manager', 'assessor')", name=op.f('ck_conflict_approved_conflict_known')),
        sa.CheckConstraint('coach_id <> supported_id', name=op.f('ck_conflict_approved_two_people')),
        sa.ForeignKeyConstraint(['approved_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_conflict_approved_approved_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['coach_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_conflict_approved_coach_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_conflict_approved_organisation_id')),
        sa.ForeignKeyConstraint(['supported_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_conflict_approved_supported_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_conflict_approved')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_conflict_approved_id_organisation_id')),
    )
    op.create_index(op.f('ix_conflict_approved_coach_id'), 'conflict_approved', ['coach_id'])
    op.create_index(op.f('ix_conflict_approved_organisation_id'), 'conflict_approved', ['organisation_id'])
    op.create_index(op.f('ix_conflict_approved_organisation_id_approved_at_id'), 'conflict_approved', ['organisation_id', 'approved_at', 'id'])
    op.create_index(op.f('ix_conflict_approved_supported_id_coach_id'), 'conflict_approved', ['supported_id', 'coach_id'])
    op.create_table(
        'pair_pause',
        sa.Column('pairing_id', sa.Uuid(), nullable=False),
        sa.Column('reason', sa.String(), nullable=True),
        sa.Column('paused_by_id', sa.Uuid(), nullable=False),
        sa.Column('paused_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('started_on', sa.Date(), nullable=False),
        sa.Column('ended_on', sa.Date(), nullable=True),
        sa.CheckConstraint("reason IN ('leave', 'busy', 'move', 'other')", name=op.f('ck_pair_pause_reason_known')),
        sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_pair_pause_period_in_order')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pair_pause_organisation_id')),
        sa.ForeignKeyConstraint(['pairing_id', 'organisation_id'], ['pairing.id', 'pairing.organisation_id'], name=op.f('fk_pair_pause_pairing_id_organisation_id')),
        sa.ForeignKeyConstraint(['paused_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_pause_paused_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_pause')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_pair_pause_id_organisation_id')),
    )
    op.create_index(op.f('ix_pair_pause_organisation_id'), 'pair_pause', ['organisation_id'])
    op.create_index(op.f('ix_pair_pause_pairing_id_started_on'), 'pair_pause', ['pairing_id', 'started_on'])
    op.add_column('pairing', sa.Column('notes_until', sa.Date(), nullable=True))
    op.create_index(op.f('ix_pairing_organisation_id_notes_until'), 'pairing', ['organisation_id', 'notes_until'])
    pairing = sa.table('pairing', sa.column('id', sa.Uuid()), sa.column('ended_on', sa.Date()), sa.column('notes_until', sa.Date()))
    ended = op.get_bind().execute(sa.select(pairing.c.id, pairing.c.ended_on).where(pairing.c.ended_on.is_not(None))).all()
    for key, ended_on in ended:
        # twelve months on; the last day of February stands for the 29th
        is_leap_day = (ended_on.month, ended_on.day) == (2, 29)
        until = ended_on.replace(year=ended_on.year + 1, day=28 if is_leap_day else ended_on.day)
        op.execute(pairing.update().where(pairing.c.id == key).values(notes_until=until))
    with op.batch_alter_table('pair_agreement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('minutes', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('medium', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('booked_by', sa.String(), nullable=True))
        batch_op.create_check_constraint(op.f('ck_pair_agreement_medium_known'), "medium IN ('in person', 'video', 'phone')")
        batch_op.create_check_constraint(op.f('ck_pair_agreement_booked_by_known'), "booked_by IN ('either', 'supported', 'coach')")
