"""Workbooks of others: read with limits, and given back with what is to be mended."""
