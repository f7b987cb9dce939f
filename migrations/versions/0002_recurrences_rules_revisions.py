"""Recurrences, clauses of the whole plan, doubts and baselines of facts, corrections, and earlier versions of plans."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_columns()
    _add_recurrence()
    _add_plan_rule()
    _add_correction()
    _add_revision()


def _add_columns() -> None:
    # Plain columns with a default: rebuilding the tables would lose count of the ids that were ever given out.
    for table in ("assignment", "deadline", "target"):
        op.add_column(table, sa.Column("doubt", sa.String(), server_default="", nullable=False))
    op.add_column("target", sa.Column("baseline", sa.Double(), nullable=True))


def _add_recurrence() -> None:
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
        sa.CheckConstraint(
            "rhythm IN ('monthly', 'quarterly', 'half_yearly', 'yearly', 'open_ended')",
            name=op.f("ck_recurrence_rhythm"),
        ),
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


def _add_plan_rule() -> None:
    op.create_table(
        "plan_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("units", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "scope IN ('first_is_lead', 'units_everywhere', 'date_everywhere')", name=op.f("ck_plan_rule_scope")
        ),
        sa.CheckConstraint("role IN ('lead', 'support', 'responsible')", name=op.f("ck_plan_rule_role")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_rule_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_rule")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plan_rule_plan_id"), "plan_rule", ["plan_id"], unique=False)


def _add_correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_correction_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_correction_plan_id"), "correction", ["plan_id"], unique=False)


def _add_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("revised_on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("doc_number", sa.String(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=False),
        sa.Column("source_path", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_revision_plan_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_revision_plan_id"), "revision", ["plan_id"], unique=False)
    op.create_table(
        "gone_node",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("node_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["node.id"], name=op.f("fk_gone_node_node_id_node")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_gone_node_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gone_node")),
        sa.UniqueConstraint("node_id", name=op.f("uq_gone_node_node_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_gone_node_revision_id"), "gone_node", ["revision_id"], unique=False)
