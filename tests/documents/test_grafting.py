"""Sound structure trees are copied whole and come out as if they were built anew; others are not copied."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from namndstod.documents import merging
from namndstod.documents.joining import join

from .structures import elements, kids, require_sound, stretches
from .test_structure import opened, report


def told(data: bytes) -> list[Any]:
    """Return what a file's structure says, apart from the numbers of its objects."""
    with opened(data) as pdf:
        require_sound(pdf)
        marks = {(page, number): element.objgen for page, number, element in stretches(pdf)}
        return [
            (
                str(element.S), str(element.get("/Alt", "")), str(element.get("/ID", "")), len(kids(element)),
                element.A.unparse(resolved=True) if "/A" in element else b"",
                sorted(place for place, owner in marks.items() if owner == element.objgen),
            )
            for element in elements(pdf)
        ]  # fmt: skip


def changed(change: Callable[[pikepdf.Pdf, Any], None]) -> bytes:
    """Return a tagged file of ours after `change` of the file and of its first heading."""
    with opened(report("Ett", 2)) as pdf:
        change(pdf, next(one for one in elements(pdf) if str(one.S) == "/H1"))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def in_words(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.Alt, heading.ID, heading.Lang = String("Å (en) \\ sak"), String("rubrik"), String("en-GB")
    heading.A = pdf.make_indirect(
        Dictionary(O=Name.Layout, BBox=Array([0, 0.5, -9, 9]), Placement=Name.Block)
    )


def named(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.S = Name("/Rubrik å")
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/Rubrik å": Name.H1, "/P": Name.Note})


def watched(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that gets an entry for each tree that is built anew."""
    built: list[object] = []
    building = merging._Builder.kids

    def watch(self: Any, *given: Any) -> Any:
        built.append(self)
        return building(self, *given)

    monkeypatch.setattr(merging._Builder, "kids", watch)
    return built


SOUND = {"as drawn": lambda pdf, heading: None, "words and attributes": in_words, "names of its own": named}


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_a_copied_tree_says_what_one_built_anew_says(
    change: Callable[[pikepdf.Pdf, Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = changed(change)
    built = watched(monkeypatch)
    copied = told(join([data, report("Två")]))
    assert not built
    monkeypatch.setattr(merging, "graft", lambda *_: None)
    assert told(join([data, report("Två")])) == copied
    assert len(built) == 2


def twice(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.P.K.append(heading)


def of_another(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.P = pdf.Root.StructTreeRoot


def with_a_file(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.AF = Array([pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("hemligt.doc")))])


def with_a_file_in_attributes(pdf: pikepdf.Pdf, heading: Any) -> None:
    spec = pdf.make_indirect(Dictionary(Type=Name.Filespec, UF=String("hemligt.doc")))
    heading.A = pdf.make_indirect(Dictionary(O=Name.Layout, Extra=spec))


def of_a_page_elsewhere(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.Pg = pdf.make_indirect(Dictionary(Type=Name.Page, Secret=String("hemligt.doc")))


def with_a_script(pdf: pikepdf.Pdf, heading: Any) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert('hemligt.doc')"))
    button = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Screen, A=action, Rect=[0, 0, 9, 9]))
    heading.K = Array([heading.K, Dictionary(Type=Name.OBJR, Obj=button, Pg=heading.Pg)])


def with_the_stretch_of_another(pdf: pikepdf.Pdf, heading: Any) -> None:
    heading.K = Array([heading.K, 1])


ODD = (
    twice, of_another, with_a_file, with_a_file_in_attributes, of_a_page_elsewhere, with_a_script,
    with_the_stretch_of_another,
)  # fmt: skip


@pytest.mark.parametrize("change", ODD, ids=[one.__name__ for one in ODD])
def test_a_tree_that_is_not_sound_is_built_anew(
    change: Callable[[pikepdf.Pdf, Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    built = watched(monkeypatch)
    whole = join([changed(change)])
    assert len(built) == 1
    assert told(whole)
    with opened(whole) as pdf:
        assert not any(b"hemligt.doc" in one.unparse(resolved=True) for one in pdf.objects)


def test_two_files_with_the_same_ids_keep_them_apart() -> None:
    with opened(join([changed(in_words), changed(in_words)])) as pdf:
        require_sound(pdf)
        given = [str(one.ID) for one in elements(pdf) if "/ID" in one]
        assert len(set(given)) == 2
        assert sorted(map(str, list(pdf.Root.StructTreeRoot.IDTree.Names)[::2])) == sorted(given)
