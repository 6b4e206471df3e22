"""Whose files are they? Authenticode signatures of a tree, checked with osslsigncode, or by Windows itself.

Checked is that a file's content is what was signed, by whom, and that the certificates of signer and time
lead to a root of this machine's own list of authorities (Debian's ca-certificates). Not checked: lists of
revoked certificates (no network is used). Microsoft's code signing root is not in Debian's list, so of
Microsoft's libraries only the content and the name in the certificate are checked; Windows checks them
itself.

The standard library (python311.zip) is bytecode that nobody signed. But the signed catalogue beside it,
python.cat, names the hash of each source file, so what this Python's own library has unchanged is compiled
and compared; the rest rests on the pinned hash of the archive alone, and the check says how many those are.
"""

from __future__ import annotations

import hashlib
import io
import marshal
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

PYTHON_SIGNER = "Python Software Foundation"
MICROSOFT_SIGNERS = ("Microsoft Corporation", "Microsoft Windows Software Compatibility Publisher")
SIGNED = (".exe", ".dll", ".pyd", ".cat")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is known of the signature of one file."""

    signer: str  # "" = not signed
    same: bool  # the content is what was signed
    trusted: bool  # the certificates lead to a root that this machine knows


def signature(path: Path) -> Signature:
    """Return what is known of a file's signature: from Windows itself when this is one, else osslsigncode."""
    return _asked_of_windows(path) if sys.platform == "win32" else _asked_of_osslsigncode(path)


def _asked_of_windows(path: Path) -> Signature:
    script = (
        "$s = Get-AuthenticodeSignature -LiteralPath $env:NAMNDSTOD_FILE; $s.Status;"
        " if ($s.SignerCertificate) { $s.SignerCertificate.GetNameInfo('SimpleName', $false) }"
    )
    command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]
    environment = {**os.environ, "NAMNDSTOD_FILE": str(path)}
    said = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    status, *signer = said.split("\n")
    valid = status.strip() == "Valid"
    return Signature("".join(signer).strip(), valid, valid)


def _asked_of_osslsigncode(path: Path) -> Signature:
    command = ["osslsigncode", "verify", "-ignore-crl", "-in", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
    said = done.stdout
    signer = re.search(r"Signer #0:\s+Subject: .*?/CN=([^\n/]+)", said)
    claimed = re.findall(r"^Current message digest\s*: (\w+)", said, re.MULTILINE)
    real = re.findall(r"^Calculated message digest\s*: (\w+)", said, re.MULTILINE)
    # a catalogue is a signed list: it has no content of its own besides
    same = done.returncode == 0 if path.suffix == ".cat" else bool(claimed) and claimed == real
    return Signature(signer.group(1) if signer else "", same, done.returncode == 0)


def refuse_strangers(folder: Path) -> dict[str, int]:
    """Check every program and library of an embeddable Python; return how many each signer signed.

    Raises ValueError when one is changed, unsigned or signed by somebody else.
    """
    counts: dict[str, int] = {}
    for path in sorted(p for p in folder.iterdir() if p.suffix in SIGNED):
        found = signature(path)
        known = found.signer in MICROSOFT_SIGNERS or (found.signer == PYTHON_SIGNER and found.trusted)
        if not (known and found.same):
            raise ValueError(f"{path.name}: the signature is not as it should be: {found}")
        counts[found.signer] = counts.get(found.signer, 0) + 1
    return counts


@dataclass(frozen=True, slots=True)
class Library:
    """How much of a standard library was proved."""

    modules: int
    proved: int


def prove_library(archive: Path, catalogue: Path) -> Library:
    """Compare bytecode with what this Python compiles of the sources that the signed catalogue names."""
    hashes = catalogue.read_bytes()
    sources = Path(sysconfig.get_path("stdlib"))
    modules = proved = 0
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as files:
        for name in files.namelist():
            if not name.endswith(".pyc"):
                continue
            modules += 1
            source = sources / name[:-1]
            proved += source.is_file() and _is_compiled(files.read(name), source.read_bytes(), hashes)
    return Library(modules, proved)


def _is_compiled(bytecode: bytes, source: bytes, catalogue: bytes) -> bool:
    """Tell whether bytecode is that of a source in the catalogue, which has the line ends of Windows."""
    as_signed = source.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    if hashlib.sha256(as_signed).digest() not in catalogue:
        return False
    code = marshal.loads(bytecode[16:])
    ours = compile(source, code.co_filename, "exec", dont_inherit=True, optimize=2)
    return bool(ours == code)
