"""Signed PDF files as they come back from a signing service (PAdES, ETSI EN 319 142).

Nothing here reaches for the network: what the file does not hold about its certificates is not known.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    FormUpdatingRule,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    DocumentSecurityStore,
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from ..domain.records import Signer
from .certificates import issuer_name, person_identity, person_name

NO_PDF = "Filen är ingen PDF. Hämta den undertecknade PDF-filen (PAdES) från signeringstjänsten."
PROTECTED = "Filen är skyddad med lösenord och kan inte kontrolleras. Be om en fil utan lösenord."
DAMAGED = "Filen är skadad och kan inte kontrolleras. Hämta den från signeringstjänsten igen."
UNSIGNED = (
    "Filen har ingen elektronisk underskrift. En bild av en namnteckning är ingen underskrift: hämta den "
    "fil som signeringstjänsten har undertecknat."
)
STILL_FROZEN = "Filen är det låsta protokollet som det sändes, utan någon underskrift."
REWRITTEN = (
    "Filen börjar inte med det låsta protokollet, byte för byte. Det är en annan handling, eller så har "
    "signeringstjänsten gjort om filen: då visar underskrifterna inte att det är det låsta protokollet."
)
ADDED_TO = "Filen har ändrats på annat sätt än med underskrifter sedan protokollet låstes."

_KEY_USAGE = KeyUsageConstraints(
    key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False
)
_FORM = DEFAULT_DIFF_POLICY.form_rule
assert _FORM is not None
_FROM_THE_FIRST = StandardDiffPolicy(
    DEFAULT_DIFF_POLICY.global_rules,
    FormUpdatingRule(_FORM.field_rules, ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"}),
)
"""Between two signatures the flags of the form stay; the first signature sets them."""

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds is answered, not printed
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a signed file is. With `refusal` it cannot be taken in at all; `problem` says what is wrong."""

    refusal: str = ""
    same_document: bool = False
    problem: str = ""
    signers: tuple[Signer, ...] = ()


def verify(signed: bytes, frozen: bytes, issuers: Sequence[bytes] = ()) -> Verdict:
    """Return whether `signed` is `frozen` with nothing but signatures added, and who signed it.

    `issuers` are the certificates (DER) that the person trusts; without any, nobody's issuer is known.
    """
    if b"%PDF-" not in signed[:1024]:
        return Verdict(refusal=NO_PDF)
    try:
        reader = PdfFileReader(io.BytesIO(signed))
        if reader.security_handler is not None:
            return Verdict(refusal=PROTECTED)
        signers = tuple(_signers(reader, [x509.Certificate.load(der) for der in issuers]))
        if not signers:
            return Verdict(refusal=STILL_FROZEN if signed == frozen else UNSIGNED)
        problem = _difference(reader, signed, frozen)
    except Exception:  # a stranger's file can make the reader fail in any way: the file is what is wrong
        return Verdict(refusal=DAMAGED)
    return Verdict(same_document=not problem, problem=problem, signers=signers)


def _difference(reader: PdfFileReader, signed: bytes, frozen: bytes) -> str:
    """Say how a signed file differs from the frozen one by more than signatures; nothing when it does not."""
    if not signed.startswith(frozen):
        return REWRITTEN
    revisions = PdfFileReader(io.BytesIO(frozen)).xrefs.total_revisions
    if reader.xrefs.total_revisions <= revisions:
        return REWRITTEN
    before = reader.get_historical_resolver(revisions - 1)
    # The comparison expects a form in the older revision too; ours has none before the first signature.
    before.root.setdefault("/AcroForm", generic.DictionaryObject({"/Fields": generic.ArrayObject()}))
    found = _FROM_THE_FIRST.review_file(reader, before)
    return ADDED_TO if isinstance(found, SuspiciousModification) else ""


def _signers(reader: PdfFileReader, issuers: Sequence[x509.Certificate]) -> Iterator[Signer]:
    """Yield who signed, in the order of the file; timestamps of the document are nobody's signature."""
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        if value.get_object().get("/Type") == "/DocTimeStamp":
            continue
        try:
            signature = EmbeddedPdfSignature(reader, field, name)
            status = _validated(signature, reader, issuers)
        except Exception:  # see `verify`; the other signatures may still hold
            yield Signer(name="okänd", problem="Underskriften är skadad och kan inte läsas.")
        else:
            yield _signer(signature, status)


def _validated(
    signature: EmbeddedPdfSignature, reader: PdfFileReader, issuers: Sequence[x509.Certificate]
) -> PdfSignatureStatus:
    when = signature.self_reported_timestamp or datetime.now(UTC)
    status = _validated_at(signature, reader, issuers, when)
    stamp = status.timestamp_validity
    if stamp is not None and stamp.intact and stamp.valid and stamp.timestamp != when:
        return _validated_at(signature, reader, issuers, stamp.timestamp)
    return status


def _validated_at(
    signature: EmbeddedPdfSignature,
    reader: PdfFileReader,
    issuers: Sequence[x509.Certificate],
    when: datetime,
) -> PdfSignatureStatus:
    """Validate with what was known at `when`: a certificate may have run out since."""
    settings: dict[str, Any] = {
        "trust_roots": list(issuers),
        "allow_fetching": False,
        "moment": when,
        "revocation_mode": "soft-fail",
        "retroactive_revinfo": True,
    }
    try:
        context = DocumentSecurityStore.read_dss(reader).as_validation_context(settings)
    except NoDSSFoundError:
        context = ValidationContext(**settings)
    return validate_pdf_signature(
        signature, context, ValidationContext(**settings), key_usage_settings=_KEY_USAGE
    )


def _signer(signature: EmbeddedPdfSignature, status: PdfSignatureStatus) -> Signer:
    certificate = signature.signer_cert
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid
    when = stamp.timestamp if stamp is not None and stamped else signature.self_reported_timestamp
    return Signer(
        name=person_name(certificate),
        identity=person_identity(certificate),
        signed_at=_utc(when).isoformat(timespec="seconds") if when is not None else "",
        stamped=stamped,
        issuer=issuer_name(certificate),
        trusted=status.trusted and status.intact and status.valid,
        problem=_problem(certificate, status, when),
    )


def _problem(certificate: x509.Certificate, status: PdfSignatureStatus, when: datetime | None) -> str:
    """Say why a signature does not hold; nothing when it does."""
    if not status.intact:
        return "Filen har ändrats efter underskriften."
    if not status.valid:
        return "Underskriften är inte gjord med certifikatets nyckel."
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "Underskriften omfattar inte hela filen."
    if not status.docmdp_ok:
        return "Filen har ändrats efter underskriften, på annat sätt än med nya underskrifter."
    if status.revoked:
        return "Certifikatet var spärrat."
    if when is None:
        return "Det framgår inte när underskriften gjordes."
    if not certificate.not_valid_before <= _utc(when) <= certificate.not_valid_after:
        return "Certifikatet gällde inte när underskriften gjordes."
    stamp = status.timestamp_validity
    if stamp is not None and not (stamp.intact and stamp.valid):
        return "Tidsstämpeln hör inte till underskriften."
    return ""


def _utc(when: datetime) -> datetime:
    """Return a time in UTC; one without a zone is taken to be in it."""
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
