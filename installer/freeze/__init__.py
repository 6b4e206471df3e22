"""Freezing with PyInstaller: Linux and macOS."""
