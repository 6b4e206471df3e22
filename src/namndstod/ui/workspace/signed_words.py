"""What is said of a signed file and of each signature in it. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from namndstod.domain import signed_files, signing
from namndstod.domain.records import Role, SignedFile
from namndstod.domain.signed_files import Recognised
from namndstod.domain.swedish import at_clock, listed, long_date
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One signature: who, the verdict in a word with its sign and tone, and what is known of it."""

    name: str
    verdict: str
    icon: str
    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """A signed file: when it was taken in, the verdict, what is wrong, its signatures and who is missing."""

    file: SignedFile
    title: str
    verdict: tuple[str, Tone]
    problem: str
    signatures: tuple[SignatureLine, ...]
    missing: str
    to_note: str  # words of the button that notes signatures; nothing when there are none to note


def file_lines(view: MeetingView) -> tuple[FileLine, ...]:
    """Return the signed files of the frozen protokoll, the latest first."""
    return tuple(_file(view, file) for file in signed_files.files(view))


def _file(view: MeetingView, file: SignedFile) -> FileLine:
    taken = file.taken_in_at.astimezone()
    at = at_clock(taken.time(), view.customs.time_separator)
    waits = signed_files.missing(view, file) if file.same_document else ()
    names = listed([" eller ".join(view.label(p) for p in who) for who in waits])
    count = len(signed_files.to_note(view, file))
    return FileLine(
        file,
        f"Mottagen {long_date(taken.date())} {at}",
        ("det låsta protokollet", Tone.DONE) if file.same_document else ("inte samma handling", Tone.MEND),
        file.problem,
        tuple(_signature(view, one, same=file.same_document) for one in signed_files.recognised(view, file)),
        f"Underskrift saknas från {names}." if names else "",
        "" if not count else "Anteckna underskriften" if count == 1 else "Anteckna underskrifterna",
    )


def _signature(view: MeetingView, one: Recognised, *, same: bool) -> SignatureLine:
    signer = one.signer
    if signer.problem:
        verdict, icon, tone = "gäller inte", "block-filled", Tone.MEND
    elif not same:
        verdict, icon, tone = "av en annan handling", "warning-filled", Tone.LOOK
    elif one.person_id is None and not one.secretary:
        verdict, icon, tone = "ska inte underteckna", "warning-filled", Tone.LOOK
    elif not signer.trusted:
        verdict, icon, tone = "oskadd", "info-filled", Tone.INFO
    else:
        verdict, icon, tone = "oskadd, utfärdaren betrodd", "check", Tone.DONE
    who = f"{signer.name}, {_role(view, one)}" if _role(view, one) else signer.name
    words = [signer.problem, _when(view, one), _issuer(one)]
    if signer.identity:
        words.append(f"Serienummer i certifikatet: {signer.identity}.")
    return SignatureLine(who, verdict, icon, tone, " ".join(w for w in words if w))


def _role(view: MeetingView, one: Recognised) -> str:
    if one.secretary:
        return "sekreterare"
    if one.person_id is None:
        return ""
    if any(one.person_id in (a.person_id, a.substitute_id) for a in view.approvers):
        return "justerare"
    roles = {m.person_id: m.role for m in view.mandates}
    return "ordförande" if roles.get(one.person_id) is Role.CHAIR else "har lett sammanträdet"


def _when(view: MeetingView, one: Recognised) -> str:
    if not one.signer.signed_at:
        return ""
    at = datetime.fromisoformat(one.signer.signed_at).astimezone()
    whose = "enligt tidsstämpel" if one.signer.stamped else "enligt undertecknarens egen klocka"
    clock = at_clock(at.time(), view.customs.time_separator)
    return f"Undertecknat {long_date(at.date())} {clock}, {whose}."


def _issuer(one: Recognised) -> str:
    if not one.signer.issuer:
        return ""
    trusted = "betrodd" if one.signer.trusted else "utfärdaren är inte kontrollerad"
    return f"Utfärdare: {one.signer.issuer} ({trusted})."


def waiting(view: MeetingView) -> str:
    """Say who is to sign, before any file has come back."""
    names = [" eller ".join(view.label(p) for p in who) for who in signing.waiting_for(view)]
    return f"Ska underteckna: {listed(names)}." if names else ""
