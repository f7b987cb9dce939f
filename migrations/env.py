"""Runs the scripts in `versions/` on the connection that `storage.schema` hands over: one transaction for all steps."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("target_metadata"),
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
