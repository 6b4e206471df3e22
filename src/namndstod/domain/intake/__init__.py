"""What is understood of papers that others wrote: from the lines of a file to facts, doubts and all.

Nothing here guesses. What is not in a paper stays empty, and what is unclear becomes a Doubt.
"""
