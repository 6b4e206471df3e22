"""The parts that Nämndstöd is made of, with versions and licences: what «Om Nämndstöd» and the SBOM tell.

Knows nothing of the rest of the program: `installer/inventory.py` uses it on trees of other systems too.
"""
