"""Lists of delegated decisions as made-up houses send them, and what a careful reader gets out of each."""
