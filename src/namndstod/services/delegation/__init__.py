"""Decisions made by delegation: the register, the delegationsordning, lists in and out."""
