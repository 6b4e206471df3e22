"""What the uppdrag in a body are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .records import Role

ROLE_NAMES: Final[Mapping[Role, str]] = {
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "vice ordförande",
    Role.SECOND_VICE_CHAIR: "2:e vice ordförande",
    Role.MEMBER: "ledamot",
    Role.SUBSTITUTE: "ersättare",
    Role.OBSERVER: "insynsplats",
    Role.STAFF: "personalföreträdare",
}
