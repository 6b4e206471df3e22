"""What is frozen to measure the start: our window and the reference, each with a stamp when it is usable."""
