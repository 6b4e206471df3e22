"""Läs in: papers that others wrote, as rows that a person chooses from before anything is stored."""
