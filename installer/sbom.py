"""Writes the SBOM of a build, CycloneDX 1.6 as JSON, and validates it against its schema.

    python installer/sbom.py licences.json sbom.cdx.json

Run by installer/inventory.py in an environment that holds cyclonedx-python-lib. The same parts give the same
bytes: the serial number is made of them, and the time is that of the build.
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

SCHEMA = SchemaVersion.V1_6
_KINDS = {
    "paket": ComponentType.LIBRARY,
    "bibliotek": ComponentType.LIBRARY,
    "körmiljö": ComponentType.PLATFORM,
    "teckensnitt": ComponentType.DATA,
    "data": ComponentType.DATA,
}
_NAMES = uuid.UUID("6d9a3a80-2c55-4ab5-a2c0-6e616d6e6473")


def sbom(said: dict[str, Any]) -> str:
    """Return the SBOM of what inventory.py wrote down. Raises ValueError when it would not be a valid one."""
    licences = LicenseFactory()
    program = Component(
        name="Nämndstöd", version=said["version"], type=ComponentType.APPLICATION,
        bom_ref=f"namndstod@{said['version']}",
    )  # fmt: skip
    bom = Bom(serial_number=uuid.uuid5(_NAMES, json.dumps(said, sort_keys=True)))
    when = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    bom.metadata = BomMetaData(component=program, timestamp=when)
    made: dict[str, Component] = {}
    for row in said["parts"]:
        version, inside = row.get("version") or None, row.get("inside", "")
        is_package = row["kind"] == "paket"
        name = row["name"]
        component = Component(
            name=name, version=version, type=_KINDS[row["kind"]],
            bom_ref="/".join(filter(None, (inside, f"{name}@{version or ''}"))),
            purl=PackageURL("pypi", None, name.lower().replace("_", "-"), version) if is_package else None,
            licenses=[licences.make_from_string(row["licence"])],
            description=row.get("note") or None,
        )  # fmt: skip
        if inside:
            made[inside].components.add(component)
        else:
            made[name] = component
            bom.components.add(component)
    bom.register_dependency(program, made.values())
    text: str = make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string(indent=1)
    if error := JsonStrictValidator(SCHEMA).validate_str(text):
        raise ValueError(f"not valid CycloneDX: {error}")
    return text


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(sbom(json.loads(source.read_text(encoding="utf-8"))).encode())
