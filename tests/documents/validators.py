"""PDF files before two validators of PDF/UA-1 and PDF/A-2a, veraPDF and page-validation; and before qpdf."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import page
import pikepdf
import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "verapdf" / "verapdf"
PROFILES = ("ua1", "2a")
FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"  # a stream whose last byte looks like the end of a line

Broken = dict[str, dict[str, list[str]]]
"""By the file's name and the profile: the rules that it breaks."""


def verapdf(files: Mapping[str, bytes], folder: Path) -> Broken:
    """Return what veraPDF finds in `files`, all in one start of Java. Skips where it isn't set up."""
    if shutil.which("bash") is None or subprocess.run([TOOL, "--ready"], check=False).returncode:
        if os.environ.get("CI"):
            pytest.fail("veraPDF is not set up: tools/verapdf/verapdf --install")
        pytest.skip("veraPDF is not set up (tools/verapdf/verapdf --install)")
    paths = {}
    for i, (name, data) in enumerate(files.items()):
        path = folder / f"{i:03}.pdf"
        path.write_bytes(data)
        paths[str(path)] = name
    done = subprocess.run(
        [TOOL, ",".join(PROFILES), *paths], capture_output=True, text=True, check=False, timeout=300
    )
    found: Broken = {name: {} for name in files}
    rules: list[str] = []
    for line in done.stdout.splitlines():
        if line.startswith(" "):
            rules.append(line.strip())
            continue
        verdict, profile, path_name = line.split(" ", 2)
        rules = found[paths[path_name]][profile] = [] if verdict == "PASS" else [verdict]
    assert all(set(of) == set(PROFILES) for of in found.values()), done.stdout[-2000:] + done.stderr[-2000:]
    return found


def second_opinion(pdf: bytes) -> list[str]:
    """Return the rules that page-validation finds broken, but for its known false alarm."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
        if failure.rule_id != FALSE_ALARM
    ]


def qpdf_check(pdf: bytes, folder: Path) -> str:
    """Return what `qpdf --check` complains of; empty when it is content. Uses pikepdf where qpdf isn't."""
    path = folder / "check.pdf"
    path.write_bytes(pdf)
    if shutil.which("qpdf") is None:
        with pikepdf.open(path) as opened:
            return "\n".join(opened.check_pdf_syntax())
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr
