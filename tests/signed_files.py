"""Signs PDF files for the tests, as a signing service does: invisibly, with certificates of its own."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

import pikepdf
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNED_AT = datetime(2027, 5, 20, 14, 5, tzinfo=UTC)
SERVICE = "Skärgårdens e-underskrift CA"
STAMPER = "Skärgårdens tidsstämpel"  # with an RSA key, all that pyHanko's own stamper can use


@dataclass(frozen=True)
class Identity:
    """A key and a certificate for a name, issued by another identity or by itself."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


@cache
def identity(
    name: str = SERVICE,
    *,
    serial: str = "",
    valid: tuple[int, int] = (2020, 2040),
    given: str = "",
    surname: str = "",
) -> Identity:
    """Return an identity, made once: the service's own root, or a person with a certificate from it."""
    root = None if name == SERVICE else identity()
    kinds = (
        (NameOID.COMMON_NAME, name),
        (NameOID.SERIAL_NUMBER, serial),
        (NameOID.GIVEN_NAME, given),
        (NameOID.SURNAME, surname),
    )
    subject = x509.Name([x509.NameAttribute(kind, text) for kind, text in kinds if text])
    key = (
        rsa.generate_private_key(65537, 2048) if name == STAMPER else ec.generate_private_key(ec.SECP256R1())
    )
    builder = x509.CertificateBuilder(
        subject_name=subject,
        issuer_name=root.certificate.subject if root else subject,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=datetime(valid[0], 1, 1),
        not_valid_after=datetime(valid[1], 1, 1),
    )
    ca = root is None
    builder = builder.add_extension(x509.BasicConstraints(ca, None), critical=True)
    usage = x509.KeyUsage(not ca, not ca, False, False, False, ca, ca, False, False)
    made = builder.add_extension(usage, critical=True).sign(root.key if root else key, hashes.SHA256())
    return Identity(key, made)


@cache
def stamper(when: datetime) -> DummyTimeStamper:
    """Return what stamps with the time `when`."""
    own = identity(STAMPER)
    return DummyTimeStamper(_certificate(own), _key(own), fixed_dt=when)


@dataclass
class Service:
    """A signing service; `when` is its clock, `stamps` whether the time is a timestamp token's."""

    when: datetime = SIGNED_AT
    stamps: bool = False
    stamped_at: datetime | None = None
    box: tuple[int, int, int, int] | None = None  # on the first page; None: invisible
    count: int = field(default=0)

    def sign(self, pdf: bytes, who: Identity) -> bytes:
        """Return the file with one more signature, as an incremental update."""
        self.count += 1
        signer = SimpleSigner(signing_cert=_certificate(who), signing_key=_key(who), cert_registry=_chain())
        meta = PdfSignatureMetadata(
            field_name=f"Underskrift{self.count}", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
        )
        timestamper = stamper(self.stamped_at or self.when) if self.stamps else None
        spec = SigFieldSpec(f"Underskrift{self.count}", box=self.box) if self.box else None
        pen = _Punctual(meta, signer, timestamper=timestamper, new_field_spec=spec)
        pen.when = self.when
        out = io.BytesIO(pdf)
        asyncio.run(pen.async_sign_pdf(IncrementalPdfFileWriter(out), in_place=True))
        return out.getvalue()


class _Punctual(PdfSigner):
    """Signs at a time that is given."""

    when: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.when
        return session


def _certificate(of: Identity) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(of.der)


def _key(of: Identity) -> keys.PrivateKeyInfo:
    der = of.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return keys.PrivateKeyInfo.load(der)


def _chain() -> SimpleCertificateStore:
    store = SimpleCertificateStore()
    store.register(_certificate(identity()))
    return store


def plain_pdf(words: str = "Protokoll", pages: int = 2) -> bytes:
    """Return a small PDF without signatures."""
    with pikepdf.new() as made:
        for number in range(pages):
            made.add_blank_page(page_size=(595, 842))
            made.pages[-1].Contents = made.make_stream(f"% {words} {number}".encode())
        out = io.BytesIO()
        made.save(out, static_id=True, compress_streams=False)
    return out.getvalue()
