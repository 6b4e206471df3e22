"""The lines of files that others wrote, for the readers of domain/intake."""
