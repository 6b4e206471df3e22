"""What a § has to choose between."""

from __future__ import annotations

from namndstod.domain.proceedings import PROPOSAL, REJECTION, MotionKind
from namndstod.domain.records import Customs

from .proceeding import course, held, motion

APPROVAL, AVSLAG, OWN = MotionKind.APPROVAL, MotionKind.REJECTION, MotionKind.OWN


def test_the_proposal_alone_is_not_disputed() -> None:
    options = course(held(motion(APPROVAL, "Bo Ceder"))).options
    assert options.matter == (PROPOSAL,)
    assert not options.disputed
    assert options.holders(PROPOSAL) == ("bo",)


def test_avslag_is_an_option_of_who_holds_by_nothing_else() -> None:
    own = motion(OWN, "Cilla Dal")
    both = held(own, motion(AVSLAG, "Cilla Dal", on=(PROPOSAL,)))
    assert course(both).options.matter == (PROPOSAL, "own")
    alone = held(own, motion(AVSLAG, "Dag Ek"))
    assert course(alone).options.matter == (PROPOSAL, "own", REJECTION)
    assert course(alone).options.holders(REJECTION) == ("dag",)


def test_avslag_in_the_second_place_is_an_option_too() -> None:
    own = motion(OWN, "Cilla Dal")
    second = motion(AVSLAG, "Cilla Dal", second_hand_of="own")
    assert course(held(own, second)).options.matter == (PROPOSAL, "own", REJECTION)


def test_avslag_on_an_addition_only_is_no_option_of_the_matter() -> None:
    more = motion(MotionKind.ADDITION, "Eva Fors")
    options = course(held(more, motion(AVSLAG, "Dag Ek", on=("addition",)))).options
    assert options.matter == (PROPOSAL,)
    assert options.additions == ("addition",)
    assert options.disputed


def test_a_paper_handed_in_counts_when_somebody_yrkar_bifall_to_it() -> None:
    paper = motion(OWN, authors=("M", "KD"))
    assert course(held(paper)).options.matter == (PROPOSAL,)
    taken = course(held(paper, motion(APPROVAL, "Cilla Dal", "Eva Fors", on=("own",)))).options
    assert taken.matter == (PROPOSAL, "own")
    assert taken.holders("own") == ("cilla", "eva")


def test_what_is_withdrawn_or_said_by_somebody_who_does_not_serve_counts_nowhere() -> None:
    gone = held(motion(OWN, "Cilla Dal", withdrawn=True))
    assert course(gone).options.matter == (PROPOSAL,)
    outside = held(motion(OWN, "Frida Gran"), motion(AVSLAG, "Göte Hav"))
    assert course(outside).options.matter == (PROPOSAL,)
    mixed = held(motion(OWN, "Frida Gran", "Cilla Dal"))
    assert course(mixed).options.holders("own") == ("cilla",)


def test_formal_yrkanden_and_additions_stand_apart() -> None:
    said = (
        motion(MotionKind.ADDITION, "Bo Ceder"),
        motion(OWN, "Cilla Dal"),
        motion(MotionKind.TABLE, "Dag Ek"),
        motion(MotionKind.REMIT, "Eva Fors"),
    )
    options = course(held(*said)).options
    assert (options.formal, options.matter, options.additions) == (
        ("table", "remit"),
        (PROPOSAL, "own"),
        ("addition",),
    )


def test_where_it_is_the_custom_the_proposal_is_put_only_when_somebody_yrkar_it() -> None:
    customs = Customs(proposal_always_put=False)
    two = (motion(OWN, "Cilla Dal"), motion(OWN, "Dag Ek", id="other"))
    assert course(held(*two, customs=customs)).options.matter == ("own", "other")
    yrkad = held(*two, motion(APPROVAL, "Bo Ceder"), customs=customs)
    assert course(yrkad).options.matter == (PROPOSAL, "own", "other")


def test_without_a_proposal_bifall_and_avslag_speak_of_all_yrkanden() -> None:
    paper = motion(OWN, authors=("M",))
    options = course(held(paper, motion(APPROVAL, "Cilla Dal"), motion(AVSLAG, "Dag Ek"), clauses=())).options
    assert options.matter == ("own", REJECTION)
