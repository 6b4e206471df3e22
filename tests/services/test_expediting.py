"""Expediering as one action: three §§ to four recipients, with real drawing."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from namndstod.domain.content import from_json
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.expediting import all_lines, progress
from namndstod.domain.records import (
    AgendaItem,
    Dispatch,
    MarkKind,
    MeetingState,
    Outcome,
    Paper,
    PaperKind,
    Recipient,
    TextRole,
)
from namndstod.services.commands.agenda import SetRecipients
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.expediting import (
    ChangeDispatch,
    ChangeRecipient,
    NoteDispatch,
    RemoveDispatch,
)
from namndstod.services.commands.immediate import ApproveImmediately, DeclareImmediate
from namndstod.services.commands.notices import PostNotice
from namndstod.services.commands.secrecy import MarkWords
from namndstod.services.commands.sitting import Decide
from namndstod.services.conversions import Conversions
from namndstod.services.expediting import Chosen, Expedited, expedite
from namndstod.services.papers import Papers
from namndstod.services.worker_client import WorkerClient
from namndstod.storage.journal import Operation

from ..documents.reading import page_texts, plain
from .helpers import DAY, House

SENT = DAY + timedelta(days=8)
ADDRESSES = {
    "Hamnföreningen": ("e-post", "hamnen@o.example; kassor@o.example", True),
    "Kommunstyrelsen i Ö": ("e-post", "ks@o.example", False),
    "Länsstyrelsen": ("post", "", False),
    "Rederi Måsen AB": ("e-post", "rederi@masen.example", False),
}
WHO = (
    ("Hamnföreningen", "Kommunstyrelsen i Ö"),
    ("Kommunstyrelsen i Ö", "Länsstyrelsen", "Rederi Måsen AB"),
    ("Kommunstyrelsen i Ö",),
)


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    client = WorkerClient()
    yield client
    client.close()


@pytest.fixture
def papers(house: House, worker: WorkerClient) -> Papers:
    return Papers(house.session, Conversions(house.session, worker), worker)


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    folder = tmp_path / "utskick"
    folder.mkdir()
    return folder


@pytest.fixture
def justerat(house: House, meeting: str) -> str:
    """Three matters with their recipients, justerade and anslagna."""
    stored = house.view(meeting).meeting
    house.session.do(Edit(replace(stored, secretary="Ines Falk", secretary_email="ines@region.example")))
    for item, names in zip(house.view(meeting).items, WHO, strict=True):
        house.session.do(SetRecipients(item.item.id, names))
        address(house, item.item.id)
    house.approvers(meeting)
    house.hold(meeting)
    house.approve(meeting)
    house.session.do(PostNotice(meeting, SENT))
    return meeting


def address(house: House, item_id: str) -> None:
    for recipient in house.find(Recipient, item_id=item_id):
        house.session.do(ChangeRecipient(recipient.id, *ADDRESSES[recipient.name]))


def everything(house: House, meeting: str) -> tuple[Chosen, ...]:
    return tuple(Chosen(line.section_id, line.key) for line in all_lines(house.view(meeting)))


def extracts(house: House) -> list[Paper]:
    return [p for p in house.find(Paper) if p.kind is PaperKind.EXTRACT]


def send(house: House, papers: Papers, meeting: str, outbox: Path, *, joint: bool = False) -> Expedited:
    chosen = everything(house, meeting)
    return expedite(house.session, papers, meeting, chosen, outbox, SENT, joint=joint)


def mails(done: Expedited) -> dict[str, EmailMessage]:
    """The drafts by the first address they go to, read as another program would."""
    found = {}
    for path in done.drafts:
        message = email.message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        found[message["To"].addresses[0].addr_spec] = message
    return found


def attached(message: EmailMessage) -> dict[str, str]:
    """The attachments of a mail: file name and the text of the pages."""
    return {
        part.get_filename() or "": plain(" ".join(page_texts(part.get_payload(decode=True))))  # type: ignore[arg-type]
        for part in message.iter_attachments()
    }


def test_three_paragraphs_go_to_four_recipients_in_one_action(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    done = send(house, papers, justerat, outbox)
    assert sorted(p.name for p in done.drafts) == [
        "2026-03-12 § 1 till Hamnföreningen.eml",
        "2026-03-12 § 2 till Rederi Måsen AB.eml",
        "2026-03-12 §§ 1–3 till Kommunstyrelsen i Ö.eml",
    ]
    assert [p.name for p in done.prints] == ["2026-03-12 § 2 till Länsstyrelsen.pdf"]
    found = mails(done)
    harbour = found["hamnen@o.example"]
    assert [a.addr_spec for a in harbour["To"].addresses] == ["hamnen@o.example", "kassor@o.example"]
    assert harbour["Subject"] == "Protokollsutdrag § 1, Regional skärgårdsnämnd 2026-03-12"
    assert harbour["X-Unsent"] == "1"
    assert harbour["From"] is None
    body = harbour.get_body()
    assert body is not None
    words = body.get_content()
    assert "sammanträde den 12 mars 2026" in words
    assert "§ 1 Bidrag till bryggor (SKN 2026/1)" in words
    assert "hur beslutet kan överklagas" in words
    assert words.rstrip().endswith("ines@region.example")
    ((name, text),) = attached(harbour).items()
    assert name == "Utdrag § 1 Regional skärgårdsnämnd 2026-03-12.pdf"
    assert "Rätt utdraget intygar" in text
    assert "Ines Falk" in text
    assert "Överklagandet ska därför ha kommit in senast" in text
    three = attached(found["ks@o.example"])
    assert [n.split(" Regional")[0] for n in three] == ["Utdrag § 1", "Utdrag § 2", "Utdrag § 3"]
    assert all("överklagar" not in text for text in three.values())
    ledger = {(d.section_id, d.recipient): d for d in house.find(Dispatch)}
    assert len(ledger) == 6
    assert {(d.sent, d.by) for d in ledger.values()} == {(SENT, "IF")}
    assert [d.party for d in ledger.values() if d.recipient == "Hamnföreningen"] == [True]
    kept = {p.id: p for p in extracts(house)}
    assert {p.edition for p in kept.values()} == set(ADDRESSES)
    for line in ledger.values():
        paper = kept[line.paper_id or ""]
        assert paper.of == (line.section_id,)
        assert paper.edition == line.recipient
        assert house.session.binder.files.read(paper.pdf_sha, verify=True).startswith(b"%PDF")
    table = plain(" ".join(page_texts(papers.pdf(PaperKind.DISPATCHES, house.view(justerat)).pdf)))
    assert table.count("2026-03-20") == 6
    assert "6 av 6 expedieringar är gjorda." in table


def test_one_joint_utdrag_of_several_paragraphs(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    done = send(house, papers, justerat, outbox, joint=True)
    ((name, text),) = attached(mails(done)["ks@o.example"]).items()
    assert name == "Utdrag §§ 1–3 Regional skärgårdsnämnd 2026-03-12.pdf"
    assert all(title in text for title in ("Bidrag till bryggor", "Färjetider", "Fyrarnas skötsel"))
    of_three = [d for d in house.find(Dispatch) if d.recipient == "Kommunstyrelsen i Ö"]
    assert len(of_three) == 3
    assert len({d.paper_id for d in of_three}) == 1


def test_undo_takes_back_the_ledger_and_the_papers_and_lets_the_files_be(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    done = send(house, papers, justerat, outbox)
    house.session.undo()
    assert house.find(Dispatch) == []
    assert extracts(house) == []
    assert all(p.exists() for p in (*done.drafts, *done.prints))
    house.session.redo()
    assert progress(all_lines(house.view(justerat))).done
    again = send(house, papers, justerat, outbox)
    assert {p.name for p in again.drafts}.isdisjoint({p.name for p in done.drafts})
    assert len(house.find(Dispatch)) == 12


def test_the_paragraphs_of_an_utdrag_stay_as_they_were_kept(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    send(house, papers, justerat, outbox)
    paper = extracts(house)[0]
    tree = from_json(house.session.binder.files.read(paper.tree_sha or "").decode())
    assert tree.title == "Utdrag ur protokoll Regional skärgårdsnämnd 2026\u201103\u201112"


def test_nothing_is_noted_and_no_file_is_left_when_it_fails(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    chosen = everything(house, justerat)

    def stop(done: int, total: int, text: str) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        expedite(house.session, papers, justerat, chosen, outbox, SENT, report=stop)

    def change(done: int, total: int, text: str) -> None:
        if done == total:
            house.session.do(NoteDispatch(justerat, chosen[0].section_id, "Revisorerna"))

    with pytest.raises(Refused, match="ändrades medan"):
        expedite(house.session, papers, justerat, chosen, outbox, SENT, report=change)
    assert list(outbox.iterdir()) == []
    assert [d.recipient for d in house.find(Dispatch)] == ["Revisorerna"]


def test_what_cannot_be_sent_is_refused_with_its_reason(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    with pytest.raises(RuleBroken, match="Välj minst en mottagare"):
        expedite(house.session, papers, justerat, (), outbox, SENT)
    recipient = house.find(Recipient, name="Rederi Måsen AB")[0]
    house.session.do(ChangeRecipient(recipient.id, "e-post", "rederiet", party=False))
    with pytest.raises(RuleBroken, match=r"Ange en e-postadress till Rederi Måsen AB"):
        send(house, papers, justerat, outbox)
    assert list(outbox.iterdir()) == []


def test_a_secret_paragraph_goes_alone_and_never_by_mail(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    item = house.view(justerat).items[1].item
    with house.session.binder.work(Operation(name="secret", label="sekretess", person="Ada")) as work:
        work.change(work.get(AgendaItem, item.id), secret=True, secrecy_ground="OSL 25 kap. 1 §")
    with pytest.raises(RuleBroken, match="skickas inte med vanlig e-post"):
        send(house, papers, justerat, outbox)
    for recipient in house.find(Recipient, item_id=item.id):
        house.session.do(ChangeRecipient(recipient.id, "post", "", party=False))
    three = house.find(Recipient, name="Kommunstyrelsen i Ö")
    for recipient in three:
        house.session.do(ChangeRecipient(recipient.id, "post", "", party=False))
    done = send(house, papers, justerat, outbox, joint=True)
    names = sorted(p.name for p in done.prints)
    assert "2026-03-12 § 2 till Kommunstyrelsen i Ö.pdf" in names
    assert "2026-03-12 §§ 1, 3 till Kommunstyrelsen i Ö.pdf" in names
    secret = next(p for p in done.prints if "§ 2 till Komm" in p.name).read_bytes()
    assert "Sekretess enligt OSL 25 kap. 1 §" in plain(" ".join(page_texts(secret)))
    joint = next(p for p in done.prints if "§§ 1, 3" in p.name).read_bytes()
    assert "Färjetider" not in " ".join(page_texts(joint))


def test_marked_passages_are_masked_unless_the_whole_utdrag_is_wanted(
    house: House, justerat: str, papers: Papers, outbox: Path
) -> None:
    second = house.sections(justerat)[1].id
    words = house.view(justerat).sections[1].parts[TextRole.DECISION].drafts[0].text[-14:]
    house.session.do(MarkWords(TextRole.DECISION, words, MarkKind.SECRET, section_id=second))
    done = send(house, papers, justerat, outbox, joint=True)
    (joint,) = (t for m in mails(done).values() for n, t in attached(m).items() if "§§ 1–3" in n)
    assert "Färjetider" in joint
    assert words not in joint
    assert "Där det står [maskerat] är uppgifter borttagna ur utdraget." in joint
    by_mail = next(line for line in all_lines(house.view(justerat)) if line.section_id == second)
    chosen = Chosen(second, by_mail.key, whole=True)
    with pytest.raises(RuleBroken, match="skickas inte med vanlig e-post"):
        expedite(house.session, papers, justerat, (chosen,), outbox, SENT)
    assert by_mail.dispatch is not None
    house.session.do(ChangeDispatch(replace(by_mail.dispatch, manner="post")))
    (printed,) = expedite(house.session, papers, justerat, (chosen,), outbox, SENT).prints
    whole = plain(" ".join(page_texts(printed.read_bytes())))
    assert words in whole
    assert "Sekretess gäller för uppgifter i paragrafen." in whole


def test_before_justering_only_what_was_justerat_at_once_goes_out(
    house: House, meeting: str, papers: Papers, outbox: Path
) -> None:
    for item, names in zip(house.view(meeting).items, WHO, strict=True):
        house.session.do(SetRecipients(item.item.id, names))
        address(house, item.item.id)
    house.open(meeting)
    first, second = (s.id for s in house.sections(meeting)[:2])
    for section in (first, second):
        house.session.do(Decide(section, Outcome.APPROVED))
    with pytest.raises(RuleBroken, match="inte justerad"):
        send(house, papers, meeting, outbox)
    house.session.do(DeclareImmediate(first))
    own = house.paper(PaperKind.IMMEDIATE)
    house.session.do(ApproveImmediately(meeting, (first,), DAY, own))
    chosen = tuple(c for c in everything(house, meeting) if c.section_id == first)
    done = expedite(house.session, papers, meeting, chosen, outbox, DAY)
    assert len(done.drafts) == 2
    assert house.view(meeting).meeting.state is MeetingState.OPEN
    (text,) = attached(mails(done)["ks@o.example"]).values()
    assert "Särskilt justerad 2026-03-12" in text


def test_lines_by_hand_and_what_is_known_of_a_recipient(house: House, justerat: str) -> None:
    section = house.sections(justerat)[0].id
    house.session.do(NoteDispatch(justerat, section, "Revisorerna", "internpost", sent=SENT, by="IF"))
    line = house.find(Dispatch)[0]
    house.session.do(ChangeDispatch(replace(line, manner="hämtas", by="AB")))
    assert house.find(Dispatch)[0].manner == "hämtas"
    house.session.do(RemoveDispatch(line.id))
    assert house.find(Dispatch) == []
    with pytest.raises(RuleBroken, match="Ange mottagaren"):
        house.session.do(NoteDispatch(justerat, section, "  "))
    later = house.plan(DAY + timedelta(days=30))
    item = house.item(later, "Ny brygga", "SKN 2026/8")
    house.session.do(SetRecipients(item, ("Hamnföreningen", "Någon annan")))
    known, new = house.find(Recipient, item_id=item)
    assert (known.manner, known.address) == ADDRESSES["Hamnföreningen"][:2]
    assert not known.party  # whether somebody is a party follows from the ärende
    assert (new.manner, new.address) == ("", "")


def test_a_name_that_stands_in_justerade_minutes_is_not_changed(house: House, justerat: str) -> None:
    item = house.view(justerat).items[0].item.id
    with pytest.raises(Refused):
        house.session.do(SetRecipients(item, ("Någon annan",)))
    planned = house.plan(DAY + timedelta(days=30))
    open_one = house.item(planned, "Ny brygga")
    assert house.session.do(SetRecipients(open_one, ("Någon",))).changes


def test_a_paragraph_that_is_not_justerad_cannot_be_noted_as_sent(house: House, meeting: str) -> None:
    house.open(meeting)
    section = house.sections(meeting)[0].id
    with pytest.raises(RuleBroken, match="inget beslut"):
        house.session.do(NoteDispatch(meeting, section, "Revisorerna"))
    house.session.do(Decide(section, Outcome.APPROVED))
    line = house.session.do(NoteDispatch(meeting, section, "Revisorerna")).result
    stored = house.get(Dispatch, line or "")
    with pytest.raises(RuleBroken, match="inte justerad"):
        house.session.do(ChangeDispatch(replace(stored, sent=DAY)))
