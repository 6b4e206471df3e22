"""Årsplan: a body's meetings of a year, put in at one go."""

from .page import YearPlanView

__all__ = ["YearPlanView"]
