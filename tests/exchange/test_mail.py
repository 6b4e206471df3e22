"""Mails: what they say, what they show, what is attached."""

from __future__ import annotations

from email.message import EmailMessage

from namndstod.domain.content import Fields, Figure, Heading, ListBlock, Paper, Table
from namndstod.exchange.mail_reader import Mail, read_mail, size

from .tools import picture
from .trees import lines, text


def message(body: str = "Hej!\n\nVänliga hälsningar\nAda") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ada Åkerö <ada@example.org>"
    made["To"] = "nämnden@example.org"
    made["Cc"] = "bo@example.org"
    made["Subject"] = "Yttrande över remissen"
    made["Date"] = "Tue, 16 Feb 2027 13:41:17 +0100"
    made.set_content(body)
    return made


def read(made: EmailMessage | bytes) -> Mail:
    return read_mail(made if isinstance(made, bytes) else made.as_bytes(), "brev.eml")


def fields(paper: Paper) -> dict[str, str]:
    (found,) = (block for block in paper.blocks if isinstance(block, Fields))
    return {label: " ".join(lines(value)) for label, value in found.pairs}


def test_head_and_text() -> None:
    mail = read(message())
    assert mail.paper.blocks[0] == Heading(1, "Yttrande över remissen")
    assert fields(mail.paper) == {
        "Från": "Ada Åkerö <ada@example.org>",
        "Till": "nämnden@example.org",
        "Kopia": "bo@example.org",
        "Datum": "2027-02-16 kl.\u00a013.41",
        "Ämne": "Yttrande över remissen",
    }
    assert list(lines(mail.paper.blocks[2:])) == ["Hej!", "Vänliga hälsningar\nAda"]


def test_plain_text_is_preferred_and_html_is_read_when_alone() -> None:
    both = message("enkel text")
    both.add_alternative("<p>rik <b>text</b></p>", subtype="html")
    assert list(lines(read(both).paper.blocks[2:])) == ["enkel text"]
    rich = EmailMessage()
    rich["Subject"] = "x"
    rich.set_content(
        "<p>rik</p><ul><li>ett</li></ul><table><tr><td>a</td><td>b</td></tr></table>", subtype="html"
    )
    kinds = [type(block) for block in read(rich).paper.blocks[2:]]
    assert kinds[1:] == [ListBlock, Table]


def test_lines_that_the_mail_program_broke_are_mended() -> None:
    broken = "Vi har tagit del av förslaget och vill framhålla att arbetet bör samordnas med\n"
    broken += "länets övriga kommuner.\nHälsningar\nAda"
    assert list(lines(read(message(broken)).paper.blocks[2:])) == [
        "Vi har tagit del av förslaget och vill framhålla att arbetet bör samordnas "
        "med länets övriga kommuner.\nHälsningar\nAda"
    ]


def test_flowed_text_is_unwrapped() -> None:
    made = message()
    made.set_content("en mening som \nfortsätter\nny rad")
    made.set_param("format", "flowed")
    assert list(lines(read(made).paper.blocks[2:])) == ["en mening som fortsätter\nny rad"]


def test_attachments_are_listed_and_handed_on() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename="Förslag å.pdf")
    made.add_attachment(
        message("inre").as_bytes(), maintype="application", subtype="octet-stream", filename="b.bin"
    )
    mail = read(made)
    assert [(a.name, a.data[:8]) for a in mail.attachments] == [
        ("Förslag å.pdf", b"%PDF-1.4"),
        ("b.bin", b"From: Ad"),
    ]
    assert fields(mail.paper)["Bilagor"].startswith("Förslag å.pdf (10\u00a0byte)")


def test_an_enclosed_message_is_an_attachment_of_its_own() -> None:
    outer = message()
    outer.add_attachment(message("inre text"))
    (inner,) = read(outer).attachments
    assert inner.name.endswith(".eml")
    assert "inre text" in text(read_mail(inner.data, inner.name).paper)


def test_pictures_within_the_text_are_shown_and_others_attached() -> None:
    made = message("se [cid:logga]")
    made.add_alternative('<p>se <img src="cid:logga" alt="vapen"></p>', subtype="html")
    html = made.get_payload()[1]  # type: ignore[index]
    html.add_related(picture(), maintype="image", subtype="png", cid="<logga>")  # type: ignore[union-attr]
    made.add_attachment(picture(), maintype="image", subtype="png", filename="foto.png")
    mail = read(made)
    assert sum(isinstance(block, Figure) for block in mail.paper.blocks) == 1
    assert [a.name for a in mail.attachments] == ["foto.png"]
    assert "cid" not in text(mail.paper)


def test_html_that_is_no_alternative_is_not_dropped() -> None:
    raw = b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=G\n\n--G\n"
    raw += b"Content-Type: text/plain\n\nhej\n--G\nContent-Type: text/html\n\n<p>resten</p>\n--G--\n"
    mail = read(raw)
    assert [a.data.strip() for a in mail.attachments] == [b"<p>resten</p>"]


def test_missing_parts_are_said() -> None:
    mail = read(b"From: a@b\nSubject:\nDate: i g\xe5r\n\n")
    assert mail.paper.blocks[0] == Heading(1, "(inget ämne)")
    assert "Meddelandet har ingen text." in text(mail.paper)


def test_wrong_and_unknown_encodings_are_read_as_well_as_they_go() -> None:
    head = b"From: a@b\nSubject: x\nContent-Type: text/plain; charset="
    assert "räka" in text(read(head + b"utf-8\n\nr\xe4ka").paper)
    assert "räka" in text(read(head + "påhittad\n\nräka".encode()).paper)


def test_sizes_as_a_secretary_reads_them() -> None:
    assert [size(n).replace("\u00a0", " ") for n in (12, 999, 52_300, 999_400, 1_400_000)] == [
        "12 byte",
        "999 byte",
        "52 kB",
        "999 kB",
        "1,4 MB",
    ]
