"""The installer of Windows: a tree of Windows Python, locked wheels and a launcher, packed by makensis."""
