"""Papers that others wrote, compared with what stands in the binder; commands/intake.py takes them in.

Nothing here writes: a plan is made, a person chooses rows, and one command does the whole.
"""
