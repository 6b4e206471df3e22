"""What was understood of papers as JSON objects, for the command line."""

from __future__ import annotations

from datetime import date, time

from ..delegation import Budget
from .found import (
    Doubt,
    FoundBudget,
    FoundCall,
    FoundItem,
    FoundLetter,
    FoundMember,
    FoundMemorandum,
    FoundMinutes,
    FoundPeriod,
    FoundSection,
    FoundSigner,
)
from .passages import plain_text


def memorandum_json(found: FoundMemorandum) -> dict[str, object]:
    """Return what `read-pm --json` prints; what the paper does not have is null or empty."""
    return {
        "title": found.title or None,
        "diary_number": found.diary_number or None,
        "external_diary_number": found.external_diary_number or None,
        "unit": found.unit or None,
        "officer": found.officer or None,
        "date": day_json(found.day),
        "body": found.body or None,
        "decider": found.decider or None,
        "clauses": list(found.clauses),
        "conditions": list(found.conditions),
        "sections": [section_json(section) for section in found.sections],
        "supporting_documents": list(found.supporting_documents),
        "recipients": list(found.recipients),
        "signatory": signer_json(found.signatory),
        "amounts": list(found.amounts),
        "share_percent": found.share_percent,
        "period": period_json(found.period),
        "budget": budget_json(found.budget),
        "findings": findings_json(found.doubts),
    }


def call_json(found: FoundCall) -> dict[str, object]:
    """Return what `read-kallelse --json` prints."""
    secretary = found.secretary
    return {
        "committee": found.committee or None,
        "date": day_json(found.day),
        "start": clock_json(found.start),
        "end": clock_json(found.end),
        "place": found.place or None,
        "group_meetings": [
            {
                "parties": list(group.parties),
                "room": group.room or None,
                "time": group.time or None,
                "comment": group.comment or None,
            }
            for group in found.group_meetings
        ],
        "secretary": {
            "name": secretary.name or None,
            "email": secretary.email or None,
            "phone": secretary.phone or None,
        },
        "notices": list(found.notices),
        "members": [member_json(member) for member in found.members],
        "substitutes": [member_json(member) for member in found.substitutes],
        "items": [item_json(item) for item in found.items],
        "findings": findings_json(found.doubts),
    }


def member_json(member: FoundMember) -> dict[str, str | None]:
    """Return who is called; the role as written."""
    return {"name": member.name, "party": member.party or None, "role": member.role or None}


def item_json(item: FoundItem) -> dict[str, object]:
    """Return an item of a föredragningslista."""
    return {
        "number": item.number,
        "title": item.title,
        "diary_number": item.diary_number or None,
        "presenters": list(item.presenters),
        "decider": item.decider or None,
        "clauses": list(item.clauses),
        "conditions": list(item.conditions),
        "summary": "\n".join(item.summary) or None,
        "supporting_documents": list(item.supporting_documents),
        "points": list(item.points),
    }


def minutes_json(found: FoundMinutes) -> dict[str, object]:
    """Return what `read-protokoll --json` prints."""
    return {
        "body": found.body or None,
        "date": day_json(found.day),
        "paragraphs": [
            {
                "number": each.number,
                "title": each.title,
                "diary_number": each.diary_number or None,
                "decision": list(each.decision),
                "text": list(each.text),
            }
            for each in found.paragraphs
        ],
        "findings": findings_json(found.doubts),
    }


def letter_json(found: FoundLetter) -> dict[str, object]:
    """Return what `read-letter --json` prints."""
    return {
        "diary_number": found.diary_number or None,
        "unit": found.unit or None,
        "officer": found.officer or None,
        "date": day_json(found.day),
        "recipient": found.recipient or None,
        "address": list(found.address),
        "title": found.title or None,
        "decision": list(found.decision),
        "share_percent": found.share_percent,
        "max_amount": found.max_amount,
        "period": period_json(found.period),
        "conditions": list(found.conditions),
        "sections": [section_json(section) for section in found.sections],
        "budget": budget_json(found.budget),
        "signatories": [signer_json(signer) for signer in found.signatories],
        "findings": findings_json(found.doubts),
    }


def clock_json(at: time | None) -> str | None:
    """Return «10:00»."""
    return None if at is None else at.strftime("%H:%M")


def day_json(day: date | None) -> str | None:
    """Return «2020-02-14»."""
    return None if day is None else day.isoformat()


def period_json(period: FoundPeriod | None) -> dict[str, str | None] | None:
    """Return both ends of a period; one that is not said is null."""
    return None if period is None else {"from": day_json(period.start), "to": day_json(period.end)}


def signer_json(signer: FoundSigner | None) -> dict[str, str | None] | None:
    """Return name and title."""
    return None if signer is None else {"name": signer.name, "title": signer.title or None}


def section_json(section: FoundSection) -> dict[str, str]:
    """Return heading and text, a line for each paragraph."""
    return {"heading": section.heading, "text": plain_text(section.drafts)}


def findings_json(doubts: tuple[Doubt, ...]) -> list[str]:
    """Return the Swedish sentences, each with the paper's words where it has such."""
    return [f"{d.message} ”{d.words}”" if d.words and d.words not in d.message else d.message for d in doubts]


def budget_json(budget: FoundBudget | None) -> dict[str, object] | None:
    """Return both tables in whole kronor, and what does not add up in them."""
    if budget is None:
        return None
    return {
        "costs": _table_json(budget.costs),
        "financing": _table_json(budget.financing),
        "in_kind": _table_json(budget.in_kind),
        "findings": list(budget.problems),
    }


def _table_json(table: Budget) -> dict[str, object] | None:
    if not table.rows:
        return None
    rows = [{"name": row.name, "amounts": list(row.amounts), "total": row.stated} for row in table.rows]
    return {"years": list(table.years), "rows": rows, "stated": list(table.stated)}
