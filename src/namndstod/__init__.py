"""Nämndstöd: an offline editor with a compiler for the minutes of Swedish committees."""

__version__ = "0.1.0"
