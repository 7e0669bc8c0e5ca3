"""supervision and what was promised

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

REASONS = "'', 'urgent work', 'somebody away', 'no time found', 'no room', 'not arranged', 'other'"
WHO = (
    "CASE kind WHEN 'supervision' THEN"
    " pairing_id IS NULL AND led_by_id IS NOT NULL AND with_id IS NOT NULL"
    " WHEN 'group' THEN"
    " pairing_id IS NULL AND led_by_id IS NOT NULL AND with_id IS NULL AND title <> ''"
    " ELSE pairing_id IS NOT NULL AND led_by_id IS NULL AND with_id IS NULL AND state = 'held' END"
)
STANDS = sa.text("kind = 'supervision' AND state IN ('planned', 'held')")
BOOKED = sa.text("state IN ('booked', 'taken')")


def upgrade():
    _sessions()
    _own('attendance',
         _id('session_id'), _id('person_id'),
         _in('attendance', 'mentoring_session', 'session_id'), _in('attendance', 'person', 'person_id'),
         sa.UniqueConstraint('session_id', 'person_id', name=op.f('uq_attendance_session_id_person_id')))
    op.create_index(op.f('ix_attendance_person_id_session_id'), 'attendance', ['person_id', 'session_id'])
    _own('workload_count',
         _id('person_id'), _day('counted_on'),
         sa.Column('points', sa.Integer(), nullable=False), _id('counted_by_id'), _version(),
         _in('workload_count', 'person', 'person_id'), _in('workload_count', 'person', 'counted_by_id'),
         _check('workload_count', 'points_possible', 'points BETWEEN 0 AND 400'),
         sa.UniqueConstraint('person_id', 'counted_on', name=op.f('uq_workload_count_person_id_counted_on')))
    op.create_index(op.f('ix_workload_count_organisation_id_counted_on'), 'workload_count', ['organisation_id', 'counted_on'])
    _development_time()
    _telling()
    _own('work_beside',
         _id('induction_id'), _word('kind'), _id('co_worker_id', True), _day('alone_from_on', True),
         _word('reason'), _id('decided_by_id'), _version(),
         _in('work_beside', 'induction', 'induction_id'), _in('work_beside', 'person', 'co_worker_id'),
         _in('work_beside', 'person', 'decided_by_id'),
         _check('work_beside', 'reason_known', "reason IN ('', 'ready', 'experience', 'joint', 'cover')"),
         _check('work_beside', 'alone_has_reason', "(alone_from_on IS NULL) = (reason = '')"),
         sa.UniqueConstraint('induction_id', 'kind', name=op.f('uq_work_beside_induction_id_kind')))
    _own('month_confirmed',
         _id('induction_id'), _day('month'), _word('what'), _id('confirmed_by_id'), _day('confirmed_on'),
         _in('month_confirmed', 'induction', 'induction_id'), _in('month_confirmed', 'person', 'confirmed_by_id'),
         _check('month_confirmed', 'what_known', "what IN ('workload', 'supervision')"),
         sa.UniqueConstraint('induction_id', 'month', 'what', name=op.f('uq_month_confirmed_induction_id_month_what')))


def _sessions():
    """Sessions without a pairing: of two people, or of somebody with a group."""
    with op.batch_alter_table('mentoring_session') as batch_op:
        batch_op.add_column(_id('led_by_id', True))
        batch_op.add_column(_id('with_id', True))
        batch_op.add_column(_day('moved_to_on', True))
        batch_op.add_column(sa.Column('title', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('state', sa.String(), nullable=False, server_default='held'))
        batch_op.add_column(sa.Column('reason', sa.String(), nullable=False, server_default=''))
        batch_op.alter_column('pairing_id', existing_type=sa.Uuid(), nullable=True)
        batch_op.drop_constraint(op.f('ck_mentoring_session_kind_known'), type_='check')
    with op.batch_alter_table('mentoring_session') as batch_op:
        for name in ('title', 'state', 'reason'):
            batch_op.alter_column(name, existing_type=sa.String(), server_default=None)
        for name in ('led_by_id', 'with_id'):
            batch_op.create_foreign_key(
                op.f(f'fk_mentoring_session_{name}_organisation_id'), 'person',
                [name, 'organisation_id'], ['id', 'organisation_id'])
        batch_op.create_check_constraint(
            'kind_known', "kind IN ('coaching', 'mentoring', 'supervision', 'group')")
        batch_op.create_check_constraint('state_known', "state IN ('planned', 'held', 'moved', 'missed')")
        batch_op.create_check_constraint('reason_known', f"reason IN ({REASONS})")
        batch_op.create_check_constraint('who_by_kind', WHO)
        batch_op.create_check_constraint(
            'two_people', 'led_by_id IS NULL OR with_id IS NULL OR led_by_id <> with_id')
        batch_op.create_check_constraint('missed_has_reason', "(state = 'missed') = (reason <> '')")
        batch_op.create_check_constraint('moved_somewhere', "state <> 'moved' OR moved_to_on IS NOT NULL")
        batch_op.create_check_constraint(
            'stands_or_moved', "state IN ('moved', 'missed') OR moved_to_on IS NULL")
        batch_op.create_index(op.f('ix_mentoring_session_with_id_held_on'), ['with_id', 'held_on'])
        batch_op.create_index(op.f('ix_mentoring_session_led_by_id_held_on'), ['led_by_id', 'held_on'])
        batch_op.create_index(
            'uq_mentoring_session_supervision', ['with_id', 'led_by_id', 'held_on'],
            unique=True, sqlite_where=STANDS, postgresql_where=STANDS)


def _development_time():
    _own('development_time',
         _id('induction_id'), _day('day'), sa.Column('minutes', sa.Integer(), nullable=False),
         _word('state'), _word('reason'), _day('moved_to_on', True), _id('recorded_by_id'), _version(),
         _in('development_time', 'induction', 'induction_id'),
         _in('development_time', 'person', 'recorded_by_id'),
         _check('development_time', 'state_known', "state IN ('booked', 'taken', 'missed')"),
         _check('development_time', 'reason_known', f"reason IN ({REASONS})"),
         _check('development_time', 'minutes_possible', 'minutes BETWEEN 15 AND 720'),
         _check('development_time', 'missed_has_reason', "(state = 'missed') = (reason <> '')"),
         _check('development_time', 'only_missed_moves', "state = 'missed' OR moved_to_on IS NULL"))
    op.create_index('uq_development_time_of_day', 'development_time', ['induction_id', 'day'],
                    unique=True, sqlite_where=BOOKED, postgresql_where=BOOKED)
    op.create_index(op.f('ix_development_time_induction_id_day'), 'development_time', ['induction_id', 'day'])


def _telling():
    _own('promise_told',
         _id('induction_id'), _word('promise'), _day('missed_on'), _day('worker_told_on'),
         _day('tell_on'), _day('told_on', True),
         _in('promise_told', 'induction', 'induction_id'),
         _check('promise_told', 'promise_known', "promise IN ('supervision', 'development time')"),
         _check('promise_told', 'worker_first', 'tell_on > worker_told_on'),
         _check('promise_told', 'told_in_time', 'told_on IS NULL OR told_on >= tell_on'),
         sa.UniqueConstraint('induction_id', 'promise', 'missed_on', name=op.f('uq_promise_told_induction_id_promise_missed_on')))
    op.create_index(op.f('ix_promise_told_induction_id'), 'promise_told', ['induction_id'])
    _own('talk_asked',
         _id('induction_id'), _word('about'), _day('asked_on'), _day('answered_on', True),
         _id('answered_by_id', True), _version(),
         _in('talk_asked', 'induction', 'induction_id'), _in('talk_asked', 'person', 'answered_by_id'),
         _check('talk_asked', 'about_known', "about IN ('supervision', 'development time', 'workload', 'not alone', 'other')"),
         _check('talk_asked', 'answered_by_somebody', '(answered_on IS NULL) = (answered_by_id IS NULL)'))
    op.create_index(op.f('ix_talk_asked_induction_id'), 'talk_asked', ['induction_id'])


def _own(table, *parts):
    """A table whose rows belong to an organisation."""
    op.create_table(
        table, *parts, _id('id'), _id('organisation_id'),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f(f'fk_{table}_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f(f'uq_{table}_id_organisation_id')))
    op.create_index(op.f(f'ix_{table}_organisation_id'), table, ['organisation_id'])


def _id(name, optional=False):
    return sa.Column(name, sa.Uuid(), nullable=optional)


def _day(name, optional=False):
    return sa.Column(name, sa.Date(), nullable=optional)


def _word(name):
    return sa.Column(name, sa.String(), nullable=False)


def _version():
    return sa.Column('version', sa.Integer(), nullable=False)


def _check(table, name, rule):
    return sa.CheckConstraint(rule, name=op.f(f'ck_{table}_{name}'))


def _in(table, other, column):
    """What the column names is in the same organisation."""
    return sa.ForeignKeyConstraint(
        [column, 'organisation_id'], [f'{other}.id', f'{other}.organisation_id'],
        name=op.f(f'fk_{table}_{column}_organisation_id'))
