"""What a person can do: one frozen command per user action, each handled by its own short `run`.

A module per area; each is imported where it is used, so that the window starts without the commands of views
that nobody has opened yet.
"""
