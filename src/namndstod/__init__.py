"""Nämndstöd: an offline editor with a compiler for the minutes of Swedish committees."""

import os
import sys

__version__ = "0.1.0"

if os.path.basename(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))) != "src":
    sys.dont_write_bytecode = True  # an installed program writes nothing beside itself; in a checkout it may
