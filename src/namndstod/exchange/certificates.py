"""Certificates: who they name, who issued them, and reading those of trusted issuers from files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import pem, x509

from ..domain.errors import RuleBroken

_PERSONNUMMER = re.compile(
    r"(?<!\d)((?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))[-+]?\d{4}(?!\d)"
)
"""Personnummer and samordningsnummer; an organisationsnummer has 20 or more where the month stands."""

MOST_BYTES = 200_000
"""A file of certificates is smaller than this."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """A certificate that a person trusts: what it is called, until when it holds, and its DER."""

    name: str
    valid_to: datetime
    der: bytes


def masked(text: str) -> str:
    """Return `text` with only the day of birth left of every personnummer: «19800101-••••»."""
    return _PERSONNUMMER.sub(r"\1-••••", text)


def person_name(certificate: x509.Certificate) -> str:
    """Return whom a certificate names: given name and surname, else its common name or organisation."""
    names = certificate.subject.native
    parts = [_word(names.get(key)) for key in ("given_name", "surname")]
    whole = " ".join(parts) if all(parts) else ""
    found = whole or next((w for key in _NAMES if (w := _word(names.get(key)))), "")
    return masked(found) or "namn saknas i certifikatet"


def person_identity(certificate: x509.Certificate) -> str:
    """Return the serial number of the person named, personnummer masked; nothing where there is none."""
    return masked(_word(certificate.subject.native.get("serial_number")))


def issuer_name(certificate: x509.Certificate) -> str:
    """Return who issued a certificate."""
    return _authority(certificate.issuer)


def read_issuers(data: bytes) -> tuple[Issuer, ...]:
    """Return the certificates of a .pem, .cer or .crt file. Raises RuleBroken when it holds none."""
    if len(data) > MOST_BYTES:
        raise RuleBroken("Filen är för stor för att vara ett certifikat.", field="issuers")
    try:
        if pem.detect(data):
            blobs = [der for kind, _, der in pem.unarmor(data, multiple=True) if kind == "CERTIFICATE"]
        else:
            blobs = [data]
        found = tuple(_issuer(der) for der in blobs)
    except (ValueError, TypeError, KeyError) as error:  # what asn1crypto raises of bytes that are no DER
        raise RuleBroken("Filen är inget certifikat (.pem, .cer eller .crt).", field="issuers") from error
    if not found:
        raise RuleBroken("Filen innehåller inget certifikat.", field="issuers")
    return found


_NAMES = ("common_name", "pseudonym", "organization_name", "organizational_unit_name")


def _issuer(der: bytes) -> Issuer:
    certificate = x509.Certificate.load(der, strict=True)
    return Issuer(_authority(certificate.subject), certificate.not_valid_after, der)


def _authority(name: x509.Name) -> str:
    names = name.native
    return masked(next((w for key in _NAMES if (w := _word(names.get(key)))), "")) or "okänd utfärdare"


def _word(value: object) -> str:
    """Return one line of text of a part of a name, which may be repeated."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(str(value).split()) if value else ""
