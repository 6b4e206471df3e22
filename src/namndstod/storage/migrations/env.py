"""Run by Alembic. The connection comes from migrate.py, which also owns the transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
