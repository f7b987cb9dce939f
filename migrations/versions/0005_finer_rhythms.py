"""Work may also come round every day, week, ten days or half month."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_RHYTHMS = (
    "rhythm IN ('daily', 'weekly', 'ten_days', 'half_monthly', 'monthly', 'quarterly', 'half_yearly', 'yearly', "
    "'open_ended')"
)


def upgrade() -> None:
    """SQLite changes no CHECK in place: the rows move to a table made anew, with the counter of its ids."""
    op.drop_index(op.f("ix_recurrence_node_id"), table_name="recurrence")
    op.drop_index(op.f("ix_recurrence_part_id"), table_name="recurrence")
    op.rename_table("recurrence", "recurrence_before")
    _make_table()
    op.execute("INSERT INTO recurrence SELECT * FROM recurrence_before")
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'recurrence'")
    op.execute("UPDATE sqlite_sequence SET name = 'recurrence' WHERE name = 'recurrence_before'")
    op.drop_table("recurrence_before")


def _make_table() -> None:
    op.create_table(
        "recurrence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.CheckConstraint(_RHYTHMS, name=op.f("ck_recurrence_rhythm")),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_recurrence_node_id_node")),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name=op.f("fk_recurrence_part_id_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recurrence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_recurrence_node_id"), "recurrence", ["node_id"], unique=False)
    op.create_index(
        op.f("ix_recurrence_part_id"),
        "recurrence",
        ["part_id"],
        unique=False,
        sqlite_where=sa.text("part_id IS NOT NULL"),
    )
