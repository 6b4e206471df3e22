"""The window: shows views and sends commands. Qt is known here only."""
