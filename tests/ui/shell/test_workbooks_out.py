"""«Spara som Excel» in the window: what each page offers, and the file that comes of it."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.records import Meeting
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated
from namndstod.services.reading import bodies
from namndstod.ui.delegation.register import DelegatedView
from namndstod.ui.palette import Palette
from namndstod.ui.workbooks_out import WorkbooksOut

from .conftest import House


def offered(workbooks: WorkbooksOut) -> list[str]:
    """What the menu offers once its button was pressed."""
    workbooks.button.click()
    texts = [action.text() for action in workbooks.menu.actions() if not action.isSeparator()]
    workbooks.menu.close()
    return texts


def save(house: House, key: str, text: str, path: Path) -> str:
    """Choose a workbook of a page and say where it goes; return the name that was proposed."""
    view = house.main.show_view(key)
    house.idle()
    workbooks = vars(view)["workbooks"]
    workbooks.button.click()
    next(a for a in workbooks.menu.actions() if a.text() == text).trigger()
    workbooks.menu.close()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    name = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    house.idle()
    return name


def furnish(house: House) -> None:
    body = house.session.ask(bodies, date(2027, 5, 7))[0].body.id
    made = tuple(
        DelegatedDecision(
            id="",
            body_id="",
            position=0,
            diary_number=f"27SK{n}",
            recipient=f"Bolaget {n} AB",
            amount=n * 1000,
            decided_on=date(2027, 4, n),
        )
        for n in (1, 2, 3)
    )
    house.session.do(AddDelegated(body, made))
    with house.session.reading() as reader:
        meeting = reader.find(Meeting)[0].id
        first = reader.find(DelegatedDecision, diary_number="27SK1")[0].id
    house.session.do(ReportDelegated(meeting, (first,)))


def test_the_register_offers_what_is_shown_all_lists_and_reports(house: House, tmp_path: Path) -> None:
    view = house.main.show_view("delegated")
    assert isinstance(view, DelegatedView)
    house.idle()
    assert not view.workbooks.button.isVisible()  # nothing to save yet
    furnish(house)
    house.idle()
    whole = ["Hela registret …", "Utan personuppgifter …"]
    more = ["Delegationslistan till 14 maj …", "Årsrapport 2027 till revisorerna …"]
    assert [t.replace("\u00a0", " ") for t in offered(view.workbooks)] == [*whole, *more]
    view.filter.setText("bolaget 3")
    house.idle()
    part = offered(view.workbooks)[0]
    assert part.replace("\u00a0", " ") == "Det som visas, 1 beslut …"
    assert save(house, "delegated", part, tmp_path / "r.xlsx") == "Delegationsbeslut Skärnämnden urval.xlsx"
    sheet = load_workbook(tmp_path / "r.xlsx")["Register"]
    assert [row[1] for row in sheet.iter_rows(min_row=6, values_only=True)] == ["27SK3"]


def test_meetings_and_members_are_saved_beside_what_goes_on(house: House, tmp_path: Path) -> None:
    name = save(house, "meetings", "Sammanträdena …", tmp_path / "s.xlsx")
    assert name == "Sammanträden.xlsx"
    assert load_workbook(tmp_path / "s.xlsx")["Sammanträden"]["F6"].value == "planerat"
    name = save(house, "register", "Förtroendevalda i Skärnämnden …", tmp_path / "f.xlsx")
    assert name == "Förtroendevalda Skärnämnden.xlsx"
    assert load_workbook(tmp_path / "f.xlsx").active is not None


def test_sok_eller_gor_leads_to_each_of_them(house: House) -> None:
    house.main.show_palette()
    palette = house.main.findChild(Palette)
    assert palette is not None
    palette.field.setText("som excel")
    model = palette.model
    told = [model.data(model.index(row)) for row in range(model.rowCount())]
    assert len([text for text in told if text.endswith("som Excel")]) == 3
