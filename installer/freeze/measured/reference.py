"""The reference: a window that does nothing but what a program with a database cannot be without."""

from benchmarks.startup import reference

if __name__ == "__main__":
    reference()
