"""Närvaro- och uppropslista, omröstningslista and the front page, as trees, on paper and in Word."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time

import docx

from namndstod.documents.builders import (
    agenda_paper,
    attendance_paper,
    immediate_paper,
    minutes_paper,
    secret_minutes_paper,
    votes_paper,
)
from namndstod.documents.layout import draw
from namndstod.documents.word import to_docx
from namndstod.domain.content import (
    Block,
    Contents,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paper,
    Signatures,
    Table,
)
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    Adjournment,
    Choice,
    Count,
    MotionKind,
    Proposition,
    PropositionKind,
    Reply,
    Summons,
)
from namndstod.domain.records import Anchor, Customs, ItemKind, MeetingState, Role, VoteStyle
from namndstod.domain.view import MeetingView

from ..domain.factory import NAMES
from ..domain.proceeding import ABSTAINS, NO, YES, asked, contested, held, motion, put, vote
from ..domain.who_serves import K, event, mandate, recused, serves, sitting, there, without
from .reading import page_texts, paragraphs, plain


def rows(paper: Paper) -> list[list[str]]:
    """The cells of the tables of a paper."""
    return [
        [plain(" ".join(paragraphs(cell.blocks))) for cell in row]
        for table in paper.blocks
        if isinstance(table, Table)
        for row in table.rows
    ]


def row(paper: Paper, name: str) -> list[str]:
    return next(r for r in rows(paper) if r[0].startswith(name))


def facts(paper: Paper) -> dict[str, list[str]]:
    """The labelled facts of a paper, each as its lines."""

    def found(blocks: Sequence[Block]) -> Iterator[tuple[str, list[str]]]:
        for block in blocks:
            if isinstance(block, Fields):
                for label, value in block.pairs:
                    text = "\n".join(paragraphs(value))
                    yield label, [plain(line) for line in text.split("\n")]

    return dict(found(paper.blocks))


def word_text(paper: Paper) -> str:
    """Everything that the .docx says, cells too."""
    document = docx.Document(io.BytesIO(to_docx(paper)))
    cells = [c.text for table in document.tables for r in table.rows for c in r.cells]
    return plain(" ".join([*(p.text for p in document.paragraphs), *cells]))


def busy() -> MeetingView:
    """Ada leads but is jävig in § 2; Eva comes late, Cilla leaves early; Frida serves for the absent Dag."""
    view = sitting(
        there("frida"),
        serves("Frida Gran", "Dag Ek"),
        there("göte"),
        recused("Ada Berg", "s2"),
        event(K.ARRIVES, "Eva Fors", "s2", at=time(10, 30)),
        event(K.LEAVES, "Cilla Dal", "s3", at=time(11, 40)),
        there("hanna"),
        present=without("Dag Ek", "Eva Fors"),
        more=[mandate("hanna", Role.OBSERVER, "V")],
    )
    pause = Adjournment(
        id="a",
        meeting_id="meeting",
        began=time(11),
        ended=time(11, 15),
        section_id="s2",
        anchor=Anchor.DURING,
        purpose="för gruppöverläggningar",
    )
    return replace(view, adjournments=(pause,))


# --- närvaro- och uppropslista ---------------------------------------------------------------------------


def test_the_attendance_list_tells_who_was_there_and_who_served_for_whom() -> None:
    paper = attendance_paper(busy(), {})
    assert rows(paper)[0] == ["Namn", "Parti", "Närvaro", "Tjänstgör för", "§§ / kl.", "Anm."]
    assert row(paper, "Ada") == ["Ada Berg, ordförande", "S", "Närvarande", "", "", "jäv § 2"]
    assert row(paper, "Bo") == ["Bo Ceder, vice ordförande", "C", "Närvarande", "", "", "leder § 2"]
    assert row(paper, "Cilla") == ["Cilla Dal", "M", "Närvarande", "", "§§ 1–2, till kl. 11.40", ""]
    assert row(paper, "Dag") == ["Dag Ek", "S", "Frånvarande", "", "", ""]
    assert row(paper, "Eva") == ["Eva Fors", "KD", "Närvarande", "", "§§ 2–3, från kl. 10.30", ""]
    assert row(paper, "Frida") == ["Frida Gran", "S", "Närvarande", "ersätter Dag Ek (S)", "", ""]
    assert row(paper, "Hanna") == ["Hanna Ny", "V", "Närvarande", "", "", ""]
    groups = [r[0] for r in rows(paper) if len(r) == 1]
    assert groups == ["Ledamöter", "Ersättare", "Insynsplatser"]


def test_the_attendance_list_tells_quorum_leaders_and_pauses() -> None:
    told = facts(attendance_paper(busy(), {}))
    assert told["Ajournering"] == ["kl. 11.00–11.15 för gruppöverläggningar (§ 2)"]
    assert told["Ordförande"] == ["Ada Berg (S) §§ 1, 3", "Bo Ceder (C) § 2"]
    assert told["Beslutsförhet"] == ["4 av 5 tjänstgör, minst 3 krävs (KL 6 kap. 27 §)"]
    alone = facts(
        attendance_paper(sitting(recused("Bo Ceder", "s2"), present=["Ada Berg", "Bo Ceder", "Eva Fors"]), {})
    )
    assert alone["Beslutsförhet"][1] == "Inte beslutsför i § 2"
    assert "Ajournering" not in alone


def test_before_the_meeting_the_list_is_to_tick_with_what_was_replied() -> None:
    view = sitting(state=MeetingState.CALLED, present=())
    replies = (
        Reply(id="r1", meeting_id="meeting", person_id="dag", absent=True),
        Reply(id="r2", meeting_id="meeting", person_id="eva", from_at=time(10, 30)),
        Reply(
            id="r3", meeting_id="meeting", person_id="frida", summons=Summons.ACCEPTED, serves_for_id="dag"
        ),
        Reply(id="r4", meeting_id="meeting", person_id="bo", remote=True),
        Reply(id="r5", meeting_id="meeting", person_id="cilla", absent=True, until_at=time(11)),
    )
    paper = attendance_paper(replace(view, replies=replies), {})
    assert row(paper, "Dag")[2:] == ["☐", "", "", "förhinder"]
    assert row(paper, "Eva")[5] == "kommer kl. 10.30"
    assert row(paper, "Bo")[5] == "på distans"
    assert row(paper, "Cilla")[5] == "förhinder till kl. 11.00"
    assert row(paper, "Frida")[2:] == ["☐", "ersätter Dag Ek (S)", "", "kommer"]
    assert facts(paper)["Beslutsförhet"] == ["5 platser, minst 3 krävs (KL 6 kap. 27 §)"]
    assert paper.title.startswith("Uppropslista")


def test_the_attendance_list_reads_the_same_on_paper_and_in_word() -> None:
    paper = attendance_paper(busy(), {})
    pdf = plain(" ".join(page_texts(draw(paper).pdf)))
    for words in ("Närvaro- och uppropslista", "ersätter Dag Ek (S)", "leder § 2", "minst 3 krävs"):
        assert words in pdf
        assert words in word_text(paper)


# --- the front page ------------------------------------------------------------------------------------


def test_the_front_page_derives_from_the_same_ledger() -> None:
    told = facts(minutes_paper(busy(), {}))
    assert told["Plats och tid"][-1] == "Ajournering kl. 11.00–11.15"
    assert told["Beslutande"] == [
        "Ada Berg (S), ordförande, §§ 1, 3, jäv § 2",
        "Bo Ceder (C), vice ordförande, leder § 2",
        "Cilla Dal (M), §§ 1–2",
        "Eva Fors (KD), §§ 2–3",
    ]
    assert told["Tjänstgörande ersättare"] == ["Frida Gran (S) ersätter Dag Ek (S)"]
    assert told["Ej tjänstgörande ersättare"] == ["Göte Hav (KD)"]
    assert "Hanna Ny (V), insynsplats" in told["Övriga närvarande"]


def test_distance_stands_on_the_front_page() -> None:
    view = sitting(event(K.REMOTE, "Bo Ceder", "s2"), customs=Customs(remote_allowed=True))
    assert facts(minutes_paper(view, {}))["Beslutande"][1] == (
        "Bo Ceder (C), vice ordförande, på distans §§ 2–3"
    )


def test_the_protokoll_of_sections_at_once_tells_of_those_until_then() -> None:
    view = busy()
    chosen = view.sections[1].section.id
    told = facts(immediate_paper(view, {}, [chosen], view.meeting.day))
    assert told["Paragrafer"] == ["§ 2"]
    assert "Cilla Dal (M)" in told["Beslutande"]  # leaves before § 3
    assert "Eva Fors (KD), § 2" in told["Beslutande"]


def test_digital_signing_leaves_no_lines_to_sign_on() -> None:
    def lines_to_sign(customs: Customs) -> bool:
        paper = minutes_paper(sitting(customs=customs), {})
        signed = any(isinstance(b, Signatures) for b in paper.blocks)
        assert signed == (paper.furniture.foot_left == "Justerandes sign")
        return signed

    assert lines_to_sign(Customs())
    assert not lines_to_sign(Customs(digital_signing=True))


def test_a_draft_says_so_on_every_page() -> None:
    paper = minutes_paper(busy(), {})
    pages = page_texts(draw(paper).pdf)
    assert len(pages) > 1
    assert all("UTKAST – ej justerat" in plain(page) for page in pages)
    assert "UTKAST" not in " ".join(page_texts(draw(minutes_paper(busy(), {}, final=True)).pdf))


# --- omröstningslista ----------------------------------------------------------------------------------


def voted(choices: Sequence[Choice | None], customs: Customs | None = None, **fields: object) -> MeetingView:
    """Bifall against avslag; the choices of Bo, Cilla, Dag, Eva and last Ada, who leads."""
    ballots = vote(PropositionKind.MATTER.value, PROPOSAL, REJECTION, choices, **fields)
    return held(*contested(), propositions=[asked()], votes=[ballots], customs=customs)


def test_the_vote_list_tells_meaning_names_sums_and_result() -> None:
    paper = votes_paper(voted([YES, NO, YES, ABSTAINS, YES]), {})
    assert "Omröstningslista nr 1, § 1" in [plain(t) for t in paragraphs(paper.blocks)]
    assert rows(paper) == [
        ["Ledamot", "Parti", "Ersättare", "Ja", "Nej", "Avstår", "Deltar inte", "Frånvarande"],
        ["Bo Ceder", "C", "", "X", "", "", "", ""],
        ["Cilla Dal", "M", "", "", "X", "", "", ""],
        ["Dag Ek", "S", "", "X", "", "", "", ""],
        ["Eva Fors", "KD", "", "", "", "X", "", ""],
        ["Ada Berg", "S", "", "X", "", "", "", ""],
        ["Summa", "", "", "3", "1", "1", "0", "0"],
    ]
    told = facts(paper)
    assert told["Ärende"] == ["Brygga (1/27)"]
    assert (told["Ja-röst för"], told["Nej-röst för"]) == (["förslaget"], ["avslag"])
    assert told["Resultat"] == [
        "Med 3 ja-röster mot 1 nej-röst, medan 1 avstår från att rösta, beslutar nämnden enligt förslaget."
    ]
    assert "Röst saknas" not in told


def test_a_tie_is_told_with_the_casting_vote() -> None:
    told = facts(votes_paper(voted([YES, NO, NO, ABSTAINS, YES]), {}))
    assert told["Resultat"][0].startswith("Vid lika röstetal avgör ordförandens utslagsröst.")


def test_a_vote_under_way_says_who_has_not_answered() -> None:
    told = facts(votes_paper(voted([YES, None, YES, YES, YES]), {}))
    assert told["Resultat"] == ["Omröstningen är inte avgjord."]
    assert told["Röst saknas"] == ["Cilla Dal (M)"]


def closed(counts: Sequence[Count], lot: str | None = None) -> MeetingView:
    ballots = vote(None, "", "", [None] * len(NAMES), closed=True, counts=tuple(counts), blank=1, lot=lot)
    return held(votes=[ballots], kind=ItemKind.ELECTION)


def test_a_closed_ballot_has_numbers_alone() -> None:
    paper = votes_paper(closed([Count(name="Alma Ny", votes=3), Count(name="Ivar Ny", votes=1)]), {})
    assert rows(paper) == [
        ["Namn", "Röster"],
        ["Alma Ny", "3"],
        ["Ivar Ny", "1"],
        ["Blanka", "1"],
        ["Ogiltiga", "0"],
        ["Avlämnade röster", "5"],
    ]
    assert facts(paper)["Resultat"] == ["Alma Ny får flest röster."]
    assert not any(name in " ".join(paragraphs(paper.blocks)) for name in NAMES)


def test_a_lot_is_told() -> None:
    tied = [Count(name="Alma Ny", votes=2), Count(name="Ivar Ny", votes=2)]
    assert facts(votes_paper(closed(tied), {}))["Resultat"] == ["Lika röstetal: lotten avgör."]
    assert facts(votes_paper(closed(tied, "Ivar Ny"), {}))["Resultat"] == [
        "Alma Ny och Ivar Ny har fått lika många röster. Lotten faller på Ivar Ny."
    ]


def test_a_section_without_a_vote_says_so() -> None:
    paper = votes_paper(voted([YES, NO, YES, YES, YES]), {}, ("another §",))
    assert [plain(t) for t in paragraphs(paper.blocks)] == ["Ingen omröstning har genomförts."]


def test_the_vote_list_reads_the_same_on_paper_and_in_word() -> None:
    paper = votes_paper(voted([YES, NO, YES, ABSTAINS, YES]), {})
    pdf = plain(" ".join(page_texts(draw(paper).pdf)))
    for words in ("Omröstningslista nr 1, § 1", "Med 3 ja-röster mot 1 nej-röst", "Cilla Dal", "Deltar inte"):
        assert words in pdf
        assert words in word_text(paper)


def test_the_protokoll_shows_the_list_once_in_the_style_of_the_body() -> None:
    choices = [YES, NO, YES, ABSTAINS, YES]
    by_table = rows(minutes_paper(voted(choices), {}))
    assert [r[0] for r in by_table].count("Summa") == 1
    by_names = minutes_paper(voted(choices, Customs(vote_style=VoteStyle.NAMES)), {})
    assert rows(by_names) == []
    assert "röstar Ja (3)" in plain(" ".join(paragraphs(by_names.blocks)))


def test_rounds_about_the_counter_proposal_have_lists_of_their_own() -> None:
    own = motion(MotionKind.OWN, "Dag Ek", id="own", clauses=("bygga en färja.",))
    matter = put(
        PropositionKind.MATTER, PROPOSAL, "own", REJECTION, id="m", carried=PROPOSAL, vote_requested=True
    )
    counter: Proposition = put(
        PropositionKind.COUNTER, "own", REJECTION, id="c", carried="own", vote_requested=True
    )
    first = vote("c", "own", REJECTION, [YES, NO, YES, YES, YES])
    second = vote("m", PROPOSAL, "own", [YES, YES, NO, NO, YES])
    view = held(*contested(), own, propositions=[matter, counter], votes=[first, replace(second, number=2)])
    paper = votes_paper(view, {})
    texts = [plain(t) for t in paragraphs(paper.blocks)]
    assert [t for t in texts if t.startswith("Omröstningslista nr")] == [
        "Omröstningslista nr 1, § 1",
        "Omröstningslista nr 2, § 1",
    ]
    assert texts.index("Omröstning om motförslag") < texts.index("Huvudomröstning")
    assert len(page_texts(draw(paper).pdf)) == 2


def test_the_list_alone_says_whose_it_is_and_for_which_meeting() -> None:
    """On its own it has no kallelse before it, and its head says already that it is a föredragningslista."""
    first, facts, *rest = agenda_paper(busy(), {}).blocks
    assert isinstance(first, Heading)
    assert first.text == busy().term.name
    assert isinstance(facts, Fields)
    assert [label for label, _ in facts.pairs] == ["Sammanträdesdatum", "Tid", "Plats"]
    assert not [b for b in rest if isinstance(b, Heading) and b.level == 1]


def test_contents_follow_the_front_page_and_the_close_has_a_heading() -> None:
    blocks = minutes_paper(busy(), {}).blocks
    (at,) = [n for n, b in enumerate(blocks) if isinstance(b, Group) and b.blocks == (Contents("Innehåll"),)]
    assert not any(isinstance(b, PageBreak) for b in blocks[:at])
    assert isinstance(blocks[-2], Heading)
    assert blocks[-2].text == "Sammanträdets avslutande"


def test_while_the_meeting_goes_on_nobody_knows_when_it_ends() -> None:
    shown = busy()
    going_on = replace(shown.meeting, state=MeetingState.OPEN, closed_at=None, ends=time(15))
    when = " ".join(facts(minutes_paper(replace(shown, meeting=going_on), {}))["Plats och tid"])
    assert "kl." in when
    assert "15.00" not in when


def test_the_secret_part_says_so_on_every_page() -> None:
    pages = page_texts(draw(secret_minutes_paper(busy(), {}, final=True)).pdf)
    assert "Sekretess. Delen lämnas bara till den som har rätt" in plain(pages[0])
    assert all("SEKRETESS" in page for page in pages[1:])
