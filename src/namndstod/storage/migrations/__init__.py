"""Alembic migrations, from the first schema on. They import no code of the program: each is history."""
