"""Builds the real meeting through the same commands as the window."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from namndstod.domain.records import (
    BlockKind,
    BodyKind,
    Customs,
    GroupMeeting,
    ItemKind,
    ItemPurpose,
    Letterhead,
    Mandate,
    Meeting,
    Person,
    Role,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.approval import SetApprovers
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.commands.texts import WriteText
from namndstod.services.workplace import Workplace

ROLES = {
    "ordförande": Role.CHAIR,
    "vice ordförande": Role.VICE_CHAIR,
    "2:e vice ordförande": Role.SECOND_VICE_CHAIR,
    None: Role.MEMBER,
}
KINDS = {1: ItemKind.FORMAL, 2: ItemKind.INFORMATION, 12: ItemKind.REPORT, 13: ItemKind.INFORMATION}


@dataclass(frozen=True)
class Loaded:
    """The meeting and which original file each document was made from, by document title and item."""

    meeting_id: str
    files: dict[int, list[Path]]


def files_of(folder: Path, number: int) -> list[Path]:
    """Return the files of an item: the PM first (docx where both kinds exist), the rest in name order."""
    here = folder / f"{number:02d}"
    if not here.is_dir():
        return []
    names = sorted(p for p in here.iterdir() if p.is_file())
    memos = [p for p in names if p.stem == "foredragningspm"]
    memo = [p for p in memos if p.suffix == ".docx"] or memos
    extra = [folder / "foretagsstod-2019-12.xlsx"] if number == 12 else []
    return [*memo[:1], *(p for p in names if p not in memos), *extra]


def summary_of(lines: list[str], span: list[int] | None) -> list[str]:
    """Return the paragraphs of a summary: lines joined, empty lines between paragraphs."""
    if span is None:
        return []
    paragraphs: list[list[str]] = [[]]
    for line in lines[span[0] - 1 : span[1]]:
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return [" ".join(p) for p in paragraphs if p]


def load(workplace: Workplace, real: Path) -> Loaded:
    """Build members, the 13 items with their texts and files; every file is turned into pages."""
    truth = json.loads((real / "truth" / "kallelse_2020-02-14.json").read_text(encoding="utf-8"))
    lines = (real / "text" / "kallelse-2020-02-14.txt").read_text(encoding="utf-8").splitlines()
    do, day = workplace.session.do, date.fromisoformat(truth["date"])
    customs = Customs(time_separator=":", letterhead=Letterhead(organisation=truth["organisation"]))
    committee = CreateBody(
        truth["committee"], BodyKind.COMMITTEE, len(truth["members"]), date(2019, 1, 1), customs=customs
    )
    body_id = do(committee).result or ""
    do(TakeInMembers(body_id, tuple(_members(truth)), date(2019, 1, 1)))
    meeting_id = _meeting(workplace, truth, body_id, day)
    files: dict[int, list[Path]] = {}
    for entry in truth["agenda"]:
        number = entry["number"]
        files[number] = files_of(real / "meeting-2020-02-14", number)
        _item(workplace, meeting_id, entry, summary_of(lines, entry["sammanfattning_lines"]), files[number])
    return Loaded(meeting_id, files)


def _members(truth: dict[str, Any]) -> list[MemberRow]:
    rows = []
    for group, substitute in ((truth["members"], False), (truth["substitutes"], True)):
        for person in group:
            given, surname = person["name"].rsplit(" ", 1)
            role = Role.SUBSTITUTE if substitute else ROLES[person["role"]]
            rows.append(MemberRow(given, surname, person["party"], role))
    return rows


def _meeting(workplace: Workplace, truth: dict[str, Any], body_id: str, day: date) -> str:
    session = workplace.session
    starts, ends = (time.fromisoformat(truth[k]) for k in ("time_start", "time_end"))
    planned = PlanMeeting(body_id, day, starts, ends, truth["place"], standard_items=False)
    meeting_id = session.do(planned).result or ""
    groups = tuple(
        GroupMeeting(
            parties=tuple(g["parties"]),
            room=g["room"],
            time=truth["gruppmoten"]["time_start"],
            comment="(MP) ansluter kl. 9:30" if g.get("joins") else "",
        )
        for g in truth["gruppmoten"]["groups"]
    )
    secretary = truth["secretary"]
    with session.reading() as reader:
        meeting = reader.get(Meeting, meeting_id)
        people = {p.name: p.id for p in reader.find(Person)}
        assert len(reader.find(Mandate, body_id=body_id)) == len(people)
    session.do(
        Edit(
            replace(
                meeting,
                secretary=secretary["name"],
                secretary_title=secretary["title"],
                secretary_email=secretary["email"],
                secretary_phone=secretary["phone"],
                group_meetings=groups,
                notices=tuple(truth["notices"][1:]),
            )
        )
    )
    approval = truth["agenda"][0]["justering"]
    chosen = (people[approval["justerare"]["name"]], people[approval["ersattare"]["name"]])
    session.do(SetApprovers(meeting_id, (chosen,)))
    return meeting_id


def _item(
    workplace: Workplace, meeting_id: str, entry: dict[str, Any], summary: list[str], files: list[Path]
) -> None:
    do = workplace.session.do
    number = entry["number"]
    added = AddItem(
        meeting_id,
        entry["title"],
        KINDS.get(number, ItemKind.DECISION),
        entry["diarienummer"] or "",
        number,
        tuple(entry["foredragande"]),
        purpose=ItemPurpose.APPROVAL if number == 1 else None,
    )
    item_id = do(added).result or ""
    if number != 1:
        proposal = [Draft(BlockKind.DECIDER, entry["beslutsmening"])] if entry["beslutsmening"] else []
        proposal += [Draft(BlockKind.CLAUSE, a["text"].removeprefix("att "), 1) for a in entry["att_satser"]]
        proposal += [Draft(BlockKind.CONDITION, text, 2) for text in entry["villkor"]]
        do(WriteText(TextRole.PROPOSAL, tuple(proposal), item_id=item_id))
    do(WriteText(TextRole.SUMMARY, _drafts(summary, BlockKind.PARAGRAPH), item_id=item_id))
    points = [_point(p) for p in entry.get("information_points", [])]
    do(WriteText(TextRole.POINTS, _drafts(points, BlockKind.BULLET), item_id=item_id))
    if files:
        incoming = workplace.conversions.take_in(files)
        do(AttachFiles(item_id, incoming))
        for file in incoming:
            workplace.conversions.convert(file.sha256, file.original_name)


def _drafts(texts: list[str], kind: BlockKind) -> tuple[Draft, ...]:
    return tuple(Draft(kind, text) for text in texts)


def _point(point: dict[str, Any]) -> str:
    number = f", diarienummer {point['diarienummer']}" if point["diarienummer"] else ""
    return f"{point['text']}{number} – {', '.join(point['foredragande'])}"
