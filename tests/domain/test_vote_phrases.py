"""What the program writes of yrkanden, propositions, votes and decisions, in both house styles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from namndstod.domain.deliberation import VoteView
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    TODAY,
    Choice,
    Count,
    MotionKind,
    PropositionKind,
    Vote,
)
from namndstod.domain.records import Customs, ItemKind, Outcome, PresenceKind, TextRole, VoteStyle

from .factory import arrives
from .proceeding import (
    ABSTAINS,
    NO,
    YES,
    asked,
    contested,
    counted,
    held,
    lines,
    motion,
    only,
    put,
    vote,
)

NAMED = Customs(vote_style=VoteStyle.NAMES)
APPROVAL, AVSLAG, OWN = MotionKind.APPROVAL, MotionKind.REJECTION, MotionKind.OWN
MATTER, COUNTER = PropositionKind.MATTER, PropositionKind.COUNTER


def said(*motions: object, **named: object) -> list[str]:
    return lines(held(*motions, **named), TextRole.MOTIONS)  # type: ignore[arg-type]


def test_bifall_and_avslag_in_one_sentence() -> None:
    paper = motion(OWN, authors=("M", "KD"), handed_in=date(2027, 5, 3))
    assert said(
        paper,
        motion(APPROVAL, "Cilla Dal", "Eva Fors", on=("own",)),
        motion(APPROVAL, "Ada Berg", id="a"),
        motion(AVSLAG, "Ada Berg", on=("own",)),
    ) == [
        "Cilla Dal (M) och Eva Fors (KD) yrkar bifall till yrkande från M och KD den 3 maj 2027.",
        "Ordföranden Ada Berg (S) yrkar bifall till förslaget och avslag på yrkande från M "
        "och KD den 3 maj 2027.",
    ]


def test_avslag_on_all_and_on_the_others() -> None:
    first, second = motion(OWN, authors=("M",)), motion(OWN, authors=("KD",), id="other")
    assert said(first, second, motion(AVSLAG, "Ada Berg"), clauses=()) == [
        "Ordföranden Ada Berg (S) yrkar avslag på samtliga yrkanden."
    ]
    others = motion(AVSLAG, "Bo Ceder", on=("own", "other"))
    assert said(first, second, motion(APPROVAL, "Bo Ceder"), others) == [
        "Bo Ceder (C) yrkar bifall till förslaget och avslag på övriga yrkanden."
    ]


def test_words_of_ones_own_with_those_who_join() -> None:
    assert said(
        motion(OWN, "Cilla Dal", clauses=("bygga två bryggor", "börja i år"), supporters=("dag",)),
        motion(MotionKind.AMENDMENT, "Bo Ceder", clauses=("bygga en kortare brygga.",)),
        motion(MotionKind.ADDITION, "Eva Fors", clauses=("måla den",)),
    ) == [
        "Cilla Dal (M) yrkar, med instämmande av Dag Ek (S), att nämnden beslutar att bygga två bryggor samt "
        "att börja i år.",
        "Bo Ceder (C) yrkar som ändring att nämnden beslutar att bygga en kortare brygga.",
        "Eva Fors (KD) yrkar som tillägg att nämnden beslutar att måla den.",
    ]


def test_formal_yrkanden_first_and_second_hand() -> None:
    remit = motion(MotionKind.REMIT, "Cilla Dal", clauses=("kontoret", "en ny beräkning"))
    assert said(remit, motion(AVSLAG, "Cilla Dal", second_hand_of="remit")) == [
        "Cilla Dal (M) yrkar i första hand att ärendet återremitteras till kontoret för en ny "
        "beräkning och i "
        "andra hand avslag på förslaget."
    ]
    assert said(motion(MotionKind.TABLE, "Bo Ceder", clauses=("sammanträdet den 9 juni",))) == [
        "Bo Ceder (C) yrkar att ärendet bordläggs till sammanträdet den 9 juni."
    ]


def test_what_is_taken_back_is_told_and_what_strangers_say_is_not() -> None:
    assert said(motion(AVSLAG, "Cilla Dal", withdrawn=True)) == [
        "Cilla Dal (M) yrkar avslag på förslaget.",
        "Cilla Dal (M) återtar sitt yrkande.",
    ]
    assert said(motion(AVSLAG, "Frida Gran")) == []


def told(*args: object, **named: object) -> list[str]:
    return lines(held(*args, **named), TextRole.PROCEDURE)  # type: ignore[arg-type]


def test_the_table_style() -> None:
    view = held(
        *contested(), propositions=[asked(requested_by="dag")], votes=[counted(YES, NO, NO, ABSTAINS, YES)]
    )
    text = lines(view, TextRole.PROCEDURE)
    assert text[:-1] == [
        "Ordföranden ställer proposition på förslaget och på avslag, var för sig, och finner att nämnden "
        "beslutar enligt förslaget. Omröstning begärs av Dag Ek (S) och ska genomföras.",
        "Nämnden godkänner följande omröstningsordning: Ja-röst för förslaget. Nej-röst för avslag.",
        "Vid lika röstetal avgör ordförandens utslagsröst. Med 2 ja-röster mot 2 nej-röster, medan 1 avstår "
        "från att rösta, beslutar nämnden enligt förslaget.",
        "Hur var och en röstat framgår av omröstningslista nr 1.",
    ]
    rows = only(view).parts[TextRole.PROCEDURE].drafts[-1].rows
    assert rows[0][:4] == ("Ledamot", "Parti", "Ersättare", "Ja")
    assert rows[1] == ("Bo Ceder", "C", "", "X", "", "", "", "")
    assert rows[5][0] == "Ada Berg"
    assert rows[-1] == ("Summa", "", "", "2", "2", "1", "0", "0")


def test_the_style_by_names() -> None:
    view = held(
        *contested(),
        propositions=[asked()],
        votes=[counted(YES, NO, NO, Choice.NO_PART, YES)],
        customs=NAMED,
    )
    assert lines(view, TextRole.PROCEDURE) == [
        "Ordföranden ställer propositioner på bifall respektive avslag på förslaget och finner att det "
        "bifallits. Omröstning begärs.",
        "Omröstning",
        "Godkänd voteringsproposition: ”Ja för bifall och Nej för avslag på förslaget.”",
        "Bo Ceder (C) och ordföranden Ada Berg (S) röstar Ja (2).",
        "Cilla Dal (M) och Dag Ek (S) röstar Nej (2).",
        "Eva Fors (KD) deltar inte i omröstningen (1).",
        "Vid lika röstetal avgör ordförandens utslagsröst, som utfaller för bifall.",
    ]


THREE = (
    motion(APPROVAL, "Ada Berg"),
    motion(OWN, "Cilla Dal", clauses=("vänta",)),
    motion(OWN, "Dag Ek", "Bo Ceder", id="other", clauses=("skynda",)),
)
ROUNDS = (
    put(MATTER, PROPOSAL, "own", "other", carried=PROPOSAL, vote_requested=True),
    put(COUNTER, "own", "other", carried="other", vote_requested=True),
)
VOTES = (
    vote("counter", "other", "own", [YES, NO, YES, YES, YES]),
    vote("matter", PROPOSAL, "other", [NO, ABSTAINS, NO, YES, YES]),
)


def test_a_counter_proposal_in_the_style_by_names() -> None:
    text = told(*THREE, propositions=ROUNDS, votes=VOTES, customs=NAMED)
    assert text[:6] == [
        "Ordföranden ställer propositioner på yrkandena och finner att det egna yrkandet bifallits. "
        "Omröstning begärs.",
        "Ordföranden antecknar det egna yrkandet som Ja-proposition i huvudvoteringen.",
        "Ordföranden ställer härefter propositioner på återstående yrkanden och finner att Dag Eks och Bo "
        "Ceders yrkande antagits som motförslag i huvudvoteringen. Omröstning begärs.",
        "Omröstning om motförslag i huvudvoteringen",
        "Godkänd voteringsproposition: ”Ja för bifall till Dag Eks och Bo Ceders yrkande och Nej för bifall "
        "till Cilla Dals yrkande.”",
        "Bo Ceder (C), Dag Ek (S), Eva Fors (KD) och ordföranden Ada Berg (S) röstar Ja (4).",
    ]
    assert text[7] == "Huvudvotering"


def test_a_counter_proposal_in_the_table_style() -> None:
    text = told(*THREE, propositions=ROUNDS, votes=VOTES)
    assert text[1] == (
        "Till huvudförslag utses förslaget; som motförslag ställs Cilla Dals yrkande mot Dag "
        "Eks och Bo Ceders "
        "yrkande. Ordföranden finner att Dag Eks och Bo Ceders yrkande utses till motförslag. "
        "Omröstning begärs "
        "och ska genomföras."
    )
    assert "Med 4 ja-röster mot 1 nej-röst utses Dag Eks och Bo Ceders yrkande till motförslag." in text


def test_formal_questions_and_additions() -> None:
    said = (
        motion(MotionKind.REMIT, "Cilla Dal"),
        motion(MotionKind.ADDITION, "Eva Fors", clauses=("måla den",)),
    )
    questions = (
        put(PropositionKind.TODAY, TODAY, "remit", carried=TODAY),
        put(MATTER, PROPOSAL, carried=PROPOSAL),
        put(PropositionKind.ADDITION, "addition", REJECTION, carried="addition"),
    )
    assert told(*said, propositions=questions) == [
        "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
        "återremitteras och finner "
        "att ärendet ska avgöras i dag.",
        "Ordföranden ställer härefter proposition på förslaget och finner att nämnden "
        "beslutar enligt förslaget.",
        "Ordföranden ställer slutligen proposition på bifall respektive avslag på Eva Fors "
        "tilläggsyrkande och "
        "finner att nämnden bifaller det.",
    ]
    by_names = told(*said, propositions=questions, customs=NAMED)
    assert by_names[0] == (
        "Ordföranden ställer först propositioner på dels ärendets återremiss och dels "
        "ärendets avgörande idag och "
        "finner att nämnden beslutat avgöra ärendet vid dagens sammanträde."
    )
    assert by_names[2].endswith("på Eva Fors tilläggsyrkande och finner att det bifallits.")


def test_a_vote_after_the_gavel_stands_nowhere() -> None:
    late = asked(after_gavel=True)
    text = told(*contested(), propositions=[late], votes=[counted(NO, NO, NO, NO, NO)])
    assert len(text) == 1
    assert "Omröstning" not in text[0]


def test_an_election_with_closed_ballots_and_a_lot() -> None:
    counts = (Count(name="Siv Ås", votes=2), Count(name="Ture By", votes=2))
    closed = VoteView(Vote(id="c", section_id="s1", closed=True, counts=counts, blank=1, lot="Ture By"))
    assert told(votes=[closed], kind=ItemKind.ELECTION) == [
        "Valet förrättas med slutna sedlar. Avlämnade röster: 5, varav Siv Ås 2, Ture By 2, "
        "blanka 1, ogiltiga 0. "
        "Siv Ås och Ture By har fått lika många röster. Lotten faller på Ture By."
    ]
    assert told(votes=[closed]) == []


def test_an_ersattare_and_a_vice_who_leads_have_their_titles() -> None:
    view = held(*contested(), propositions=[asked()], customs=NAMED, present=())
    serves = replace(arrives("Frida Gran", 9), serves_for_id="dag", kind=PresenceKind.SERVES_FOR)
    there = [arrives(n, p) for p, n in enumerate(("Bo Ceder", "Cilla Dal", "Eva Fors", "Frida Gran"), 1)]
    ballots = counted(YES, YES, YES, YES, YES).ballots
    mine = tuple(
        replace(b, person_id="frida") if b.person_id == "dag" else b for b in ballots if b.person_id != "ada"
    )
    said = replace(view.deliberations["s1"], votes=(replace(counted(YES, YES, YES, YES, YES), ballots=mine),))
    view = replace(view, events=(*there, serves), deliberations={"s1": said})
    assert lines(view, TextRole.PROCEDURE)[3] == (
        "Cilla Dal (M), Eva Fors (KD), tjänstgörande ersättaren Frida Gran (S) och tjänstgörande ordföranden "
        "Bo Ceder (C) röstar Ja (4)."
    )


# --- Beslut ------------------------------------------------------------------------------------------


def decided(*args: object, **named: object) -> list[str]:
    return lines(held(*args, **named), TextRole.DECISION)  # type: ignore[arg-type]


def test_the_decision_follows_what_won() -> None:
    own = put(MATTER, PROPOSAL, "own", "other", carried="own")
    assert decided(*THREE, propositions=[own], outcome=Outcome.CHANGED) == ["Nämnden beslutar", "vänta."]
    against = put(MATTER, PROPOSAL, REJECTION, carried=REJECTION)
    assert decided(*contested(), propositions=[against], outcome=Outcome.REJECTED) == [
        "Nämnden beslutar",
        "avslå förslaget.",
    ]


def test_additions_stand_last_with_commas_and_samt() -> None:
    more = motion(MotionKind.ADDITION, "Eva Fors", clauses=("måla den.", "sätta upp en bänk"))
    put_both = (
        put(MATTER, PROPOSAL, carried=PROPOSAL),
        put(PropositionKind.ADDITION, "addition", REJECTION, carried="addition"),
    )
    assert decided(more, propositions=put_both, outcome=Outcome.CHANGED) == [
        "Nämnden beslutar",
        "bygga bryggan,",
        "måla den, samt",
        "sätta upp en bänk.",
    ]


def test_a_paper_of_the_parties_is_granted_or_refused_by_name() -> None:
    paper = motion(OWN, authors=("M", "KD"))
    said = (paper, motion(APPROVAL, "Cilla Dal", on=("own",)), motion(AVSLAG, "Ada Berg", on=("own",)))
    for carried, verb in (("own", "bifalla"), (REJECTION, "avslå")):
        outcome = Outcome.CHANGED if carried == "own" else Outcome.REJECTED
        question = put(MATTER, "own", REJECTION, carried=carried)
        text = decided(*said, propositions=[question], outcome=outcome, clauses=())
        assert text == ["Tillväxtnämnden beslutar", f"{verb} yrkandet från M och KD."]


def test_formal_decisions_say_to_whom_why_and_until_when() -> None:
    remit = motion(MotionKind.REMIT, "Cilla Dal", clauses=("kontoret", "en ny beräkning"))
    today = put(PropositionKind.TODAY, TODAY, "remit", carried="remit")
    assert decided(remit, propositions=[today], outcome=Outcome.REMITTED)[1] == (
        "återremittera ärendet till kontoret för en ny beräkning."
    )
    assert decided(outcome=Outcome.REMITTED)[1] == "återremittera ärendet till … för …."
    table = motion(MotionKind.TABLE, "Bo Ceder", clauses=("sammanträdet den 9 juni",))
    assert decided(table, outcome=Outcome.TABLED) == ["Ärendet bordläggs till sammanträdet den 9 juni."]
    assert decided(outcome=Outcome.TABLED) == ["Ärendet bordläggs till nästa sammanträde."]


def test_two_formal_yrkanden_of_a_kind_are_told_apart() -> None:
    first = motion(MotionKind.REMIT, "Cilla Dal", clauses=("kontoret",))
    second = motion(MotionKind.REMIT, "Dag Ek", id="other", clauses=("rådet",))
    question = put(PropositionKind.TODAY, TODAY, "other", carried=TODAY, vote_requested=True)
    ballots = vote("today", TODAY, "other", [YES] * 5)
    text = told(first, second, propositions=[question], votes=[ballots], customs=NAMED)
    assert text[0].startswith(
        "Ordföranden ställer först propositioner på bifall respektive avslag på Dag Eks återremissyrkande"
    )
    assert text[2] == (
        "Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till Dag Eks återremissyrkande.”"
    )
