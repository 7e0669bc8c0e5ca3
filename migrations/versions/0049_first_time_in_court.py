"""first time in court: matters by a letter, points of the checklist, who is ready to lead

Revision: 0049, after 0048
"""

import sqlalchemy as sa
from alembic import op

revision = '0049'
down_revision = '0048'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('court_support',
    sa.Column('practitioner_id', sa.Uuid(), nullable=False),
    sa.Column('consultant_id', sa.Uuid(), nullable=False),
    sa.Column('letter', sa.String(), nullable=False),
    sa.Column('offered_by_id', sa.Uuid(), nullable=False),
    sa.Column('offered_on', sa.Date(), nullable=False),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('shadowed_on', sa.Date(), nullable=True),
    sa.Column('drafted_on', sa.Date(), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('heard_on', sa.Date(), nullable=True),
    sa.Column('debriefed_on', sa.Date(), nullable=True),
    sa.Column('deadline_on', sa.Date(), nullable=True),
    sa.Column('hearing_on', sa.Date(), nullable=True),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('verdict', sa.String(), nullable=False),
    sa.Column('sealed_debrief', sa.LargeBinary(), nullable=True),
    sa.Column('sealed_next', sa.LargeBinary(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("verdict IN ('', 'not yet')", name=op.f('ck_court_support_verdict_known')),
    sa.CheckConstraint('practitioner_id <> consultant_id', name=op.f('ck_court_support_two_people')),
    sa.ForeignKeyConstraint(['consultant_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_court_support_consultant_id_organisation_id')),
    sa.ForeignKeyConstraint(['offered_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_court_support_offered_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_court_support_organisation_id')),
    sa.ForeignKeyConstraint(['practitioner_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_court_support_practitioner_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court_support')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_court_support_id_organisation_id')),
    sa.UniqueConstraint('practitioner_id', 'letter', name=op.f('uq_court_support_practitioner_id_letter'))
    )
    with op.batch_alter_table('court_support', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_court_support_consultant_id'), ['consultant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_court_support_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('ready_to_lead',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['decided_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_ready_to_lead_decided_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_ready_to_lead_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_ready_to_lead_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ready_to_lead')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_ready_to_lead_id_organisation_id')),
    sa.UniqueConstraint('person_id', name=op.f('uq_ready_to_lead_person_id'))
    )
    with op.batch_alter_table('ready_to_lead', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ready_to_lead_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('court_point',
    sa.Column('support_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('is_done', sa.Boolean(), nullable=False),
    sa.Column('view', sa.String(), nullable=False),
    sa.Column('sealed_words', sa.LargeBinary(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("view IN ('', 'seen', 'again')", name=op.f('ck_court_point_view_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_court_point_organisation_id')),
    sa.ForeignKeyConstraint(['support_id', 'organisation_id'], ['court_support.id', 'court_support.organisation_id'], name=op.f('fk_court_point_support_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court_point')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_court_point_id_organisation_id')),
    sa.UniqueConstraint('support_id', 'key', name=op.f('uq_court_point_support_id_key'))
    )
    with op.batch_alter_table('court_point', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_court_point_organisation_id'), ['organisation_id'], unique=False)

