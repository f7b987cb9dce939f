"""What was handed out to units, what came back, and what units say of the day they mean to be done and of their material."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Plain columns with a default: rebuilding the table would lose count of the ids that were ever given out.
    op.add_column("progress", sa.Column("expected_on", sa.Date(), nullable=True))
    op.add_column("progress", sa.Column("evidence", sa.String(), server_default="", nullable=False))
    _add_batch()
    _add_returned()


def _add_batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("handed_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("contact", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
        sa.UniqueConstraint("code", name=op.f("uq_batch_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "batch_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.CheckConstraint("role IN ('lead', 'support', 'responsible')", name=op.f("ck_batch_item_role")),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_batch_item_batch_id_batch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_item")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_batch_item_batch_id"), "batch_item", ["batch_id"], unique=False)
    op.create_index(op.f("ix_batch_item_node_id"), "batch_item", ["node_id"], unique=False)


def _add_returned() -> None:
    op.create_table(
        "returned",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("merged_on", sa.Date(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("read_cells", sa.Integer(), nullable=False),
        sa.Column("taken_cells", sa.Integer(), nullable=False),
        sa.Column("same_cells", sa.Integer(), nullable=False),
        sa.Column("settled_cells", sa.Integer(), nullable=False),
        sa.Column("refused_cells", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_returned_batch_id_batch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_returned_batch_id"), "returned", ["batch_id"], unique=False)
    op.create_index(op.f("ix_returned_digest"), "returned", ["digest"], unique=False)
    op.create_table(
        "returned_cell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("returned_id", sa.Integer(), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=True),
        sa.Column("part_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["returned_id"], ["returned.id"], name=op.f("fk_returned_cell_returned_id_returned")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_cell")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_returned_cell_returned_id"), "returned_cell", ["returned_id"], unique=False)
