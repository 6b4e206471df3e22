"""What a committee secretary's work consists of, as plain data and pure functions.

Imports nothing of ours and no library that reads or writes anything.
"""
