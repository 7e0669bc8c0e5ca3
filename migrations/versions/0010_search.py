"""search: the words people are found by carry where they stand in lists, and all their words

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

FOLDED = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade():
    with op.batch_alter_table('person_word', schema=None) as batch_op:
        batch_op.add_column(sa.Column('sort_key', FOLDED, nullable=True))
        batch_op.add_column(sa.Column('names', FOLDED, nullable=True))

    together = 'string_agg' if op.get_bind().dialect.name == 'postgresql' else 'group_concat'
    op.execute(
        'UPDATE person_word SET'
        ' sort_key = (SELECT person.sort_key FROM person WHERE person.id = person_word.person_id),'
        f" names = (SELECT substr({together}(' ' || other.word, ''), 1, 500)"
        ' FROM person_word AS other WHERE other.person_id = person_word.person_id)'
    )

    with op.batch_alter_table('person_word', schema=None) as batch_op:
        batch_op.alter_column('sort_key', existing_type=FOLDED, nullable=False)
        batch_op.alter_column('names', existing_type=FOLDED, nullable=False)
        batch_op.drop_index('ix_person_word_search')
        batch_op.create_index('ix_person_word_search', ['organisation_id', 'word', 'sort_key', 'person_id', 'names'], unique=False)
