"""sdist and wheel."""
