"""Workbooks that the program itself makes."""
