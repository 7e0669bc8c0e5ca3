"""matching: what people offer and look for, and rounds that bring them together

Revision: 0024, after 0023
"""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('support_offer',
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('kinds', sa.JSON(), nullable=False),
        sa.Column('people', sa.Integer(), nullable=False),
        sa.Column('hours', sa.Integer(), nullable=False),
        sa.Column('practice', sa.String(), nullable=False),
        sa.Column('strengths', sa.JSON(), nullable=False),
        sa.Column('languages', sa.JSON(), nullable=False),
        sa.Column('paused_until', sa.Date(), nullable=True),
        sa.Column('trained_on', sa.Date(), nullable=True),
        sa.Column('in_directory', sa.Boolean(), nullable=False),
        sa.Column('sealed', sa.LargeBinary(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('hours BETWEEN 1 AND 40', name=op.f('ck_support_offer_hours_few')),
        sa.CheckConstraint('people BETWEEN 0 AND 10', name=op.f('ck_support_offer_people_few')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_support_offer_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_support_offer_person_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_support_offer')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_support_offer_id_organisation_id')),
        sa.UniqueConstraint('person_id', name=op.f('uq_support_offer_person_id'))
    )
    op.create_index(op.f('ix_support_offer_organisation_id'), 'support_offer', ['organisation_id'])
    op.create_table('support_need',
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('kinds', sa.JSON(), nullable=False),
        sa.Column('goals', sa.JSON(), nullable=False),
        sa.Column('practice', sa.String(), nullable=False),
        sa.Column('languages', sa.JSON(), nullable=False),
        sa.Column('sealed', sa.LargeBinary(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_support_need_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_support_need_person_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_support_need')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_support_need_id_organisation_id')),
        sa.UniqueConstraint('person_id', name=op.f('uq_support_need_person_id'))
    )
    op.create_index(op.f('ix_support_need_organisation_id'), 'support_need', ['organisation_id'])
    op.create_table('ruled_out',
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('other_id', sa.Uuid(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint('person_id <> other_id', name=op.f('ck_ruled_out_two_people')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_ruled_out_organisation_id')),
        sa.ForeignKeyConstraint(['other_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_ruled_out_other_id_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_ruled_out_person_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_ruled_out')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_ruled_out_id_organisation_id')),
        sa.UniqueConstraint('person_id', 'other_id', name=op.f('uq_ruled_out_person_id_other_id'))
    )
    op.create_index(op.f('ix_ruled_out_organisation_id'), 'ruled_out', ['organisation_id'])
    op.create_table('match_round',
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('closes_on', sa.Date(), nullable=False),
        sa.Column('days_to_answer', sa.Integer(), nullable=False),
        sa.Column('weights', sa.JSON(), nullable=False),
        sa.Column('opened_by_id', sa.Uuid(), nullable=False),
        sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('summary', sa.String(), nullable=False),
        sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('published_by_id', sa.Uuid(), nullable=True),
        sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('withdrawn_by_id', sa.Uuid(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('coaching', 'mentoring')", name=op.f('ck_match_round_kind_known')),
        sa.CheckConstraint('(published_at IS NULL) = (published_by_id IS NULL)', name=op.f('ck_match_round_published_whole')),
        sa.CheckConstraint('(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)', name=op.f('ck_match_round_withdrawn_whole')),
        sa.CheckConstraint('published_at IS NULL OR withdrawn_at IS NULL', name=op.f('ck_match_round_one_end')),
        sa.ForeignKeyConstraint(['opened_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_round_opened_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_match_round_organisation_id')),
        sa.ForeignKeyConstraint(['published_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_round_published_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['withdrawn_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_round_withdrawn_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_match_round')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_match_round_id_organisation_id'))
    )
    op.create_index(op.f('ix_match_round_organisation_id'), 'match_round', ['organisation_id'])
    op.create_index(op.f('ix_match_round_organisation_id_opened_at_id'), 'match_round', ['organisation_id', 'opened_at', 'id'])
    op.create_table('match_choice',
        sa.Column('round_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('coach_id', sa.Uuid(), nullable=False),
        sa.Column('place', sa.Integer(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint('person_id <> coach_id', name=op.f('ck_match_choice_two_people')),
        sa.CheckConstraint('place BETWEEN 0 AND 2', name=op.f('ck_match_choice_place_known')),
        sa.ForeignKeyConstraint(['coach_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_choice_coach_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_match_choice_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_choice_person_id_organisation_id')),
        sa.ForeignKeyConstraint(['round_id', 'organisation_id'], ['match_round.id', 'match_round.organisation_id'], name=op.f('fk_match_choice_round_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_match_choice')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_match_choice_id_organisation_id')),
        sa.UniqueConstraint('round_id', 'person_id', 'coach_id', name=op.f('uq_match_choice_round_id_person_id_coach_id')),
        sa.UniqueConstraint('round_id', 'person_id', 'place', name=op.f('uq_match_choice_round_id_person_id_place'))
    )
    op.create_index(op.f('ix_match_choice_organisation_id'), 'match_choice', ['organisation_id'])
    op.create_table('match_pair',
        sa.Column('round_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('coach_id', sa.Uuid(), nullable=True),
        sa.Column('is_locked', sa.Boolean(), nullable=False),
        sa.Column('points', sa.Integer(), nullable=False),
        sa.Column('ranked', sa.Boolean(), nullable=False),
        sa.Column('choice', sa.Integer(), nullable=True),
        sa.Column('reasons', sa.JSON(), nullable=False),
        sa.Column('cautions', sa.JSON(), nullable=False),
        sa.Column('alternatives', sa.JSON(), nullable=False),
        sa.Column('why', sa.String(), nullable=False),
        sa.Column('least', sa.String(), nullable=False),
        sa.Column('proposal_id', sa.Uuid(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['coach_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_pair_coach_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_match_pair_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_match_pair_person_id_organisation_id')),
        sa.ForeignKeyConstraint(['proposal_id', 'organisation_id'], ['pair_proposal.id', 'pair_proposal.organisation_id'], name=op.f('fk_match_pair_proposal_id_organisation_id')),
        sa.ForeignKeyConstraint(['round_id', 'organisation_id'], ['match_round.id', 'match_round.organisation_id'], name=op.f('fk_match_pair_round_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_match_pair')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_match_pair_id_organisation_id')),
        sa.UniqueConstraint('round_id', 'person_id', name=op.f('uq_match_pair_round_id_person_id'))
    )
    op.create_index(op.f('ix_match_pair_organisation_id'), 'match_pair', ['organisation_id'])
    op.create_index(op.f('ix_match_pair_round_id_coach_id'), 'match_pair', ['round_id', 'coach_id'])
