"""Use cases: commands in transactions, queries, papers."""
