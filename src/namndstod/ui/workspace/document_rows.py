"""How documents are put into words for the list."""

from __future__ import annotations

from namndstod.domain.editions import shown_title
from namndstod.domain.records import ConversionState
from namndstod.domain.swedish import counted
from namndstod.domain.view import DocumentView, ItemView
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.tokens import Tone

_TYPES = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "application/vnd.ms-outlook": "Outlook-meddelande",
    "message/rfc822": "E-post",
    "text/plain": "Text",
    "text/html": "Webbsida",
}
_STATES = {
    ConversionState.UNSUPPORTED: ("kan inte visas", Tone.LOOK),
    ConversionState.DAMAGED: ("skadad", Tone.MEND),
    ConversionState.PROTECTED: ("lösenord", Tone.MEND),
}


def type_name(media_type: str) -> str:
    """«Word», «bild», «fil»."""
    if media_type.startswith("image/"):
        return "Bild"
    return _TYPES.get(media_type, "Fil")


def state_of(document: DocumentView, *, converting: bool, waiting: bool) -> PillSpec:
    """«väntar», «omvandlas», «12 s.», «kan inte visas»."""
    conversion = document.conversion
    if conversion is None:
        if converting:
            return PillSpec("omvandlas …", Tone.INFO)
        return PillSpec("väntar", Tone.NEUTRAL) if waiting else PillSpec("inte omvandlad", Tone.LOOK)
    if conversion.state is ConversionState.DONE:
        return PillSpec(f"{conversion.pages} s.", Tone.DONE)
    text, tone = _STATES[conversion.state]
    return PillSpec(text, tone)


def document_row(document: DocumentView, *, converting: bool, waiting: bool) -> ItemRow:
    """A document in the list of its item."""
    known = document.document
    pills = [state_of(document, converting=converting, waiting=waiting)]
    if known.secrecy_ground:
        pills.insert(0, PillSpec("sekretess", Tone.LOOK))
    return ItemRow(
        id=known.id,
        number=f"{known.position}.",
        title=known.title,
        note=f"{type_name(document.file.media_type)} · {known.original_name}",
        pills=tuple(pills),
    )


def papers_row(item: ItemView) -> ItemRow:
    """An item with how many documents it has."""
    documents = len(item.documents) + (item.memorandum is not None)
    pills = (PillSpec(str(documents)),) if documents else ()
    pages = sum(d.conversion.pages for d in item.documents if d.conversion)
    note = counted(pages, "sida", "sidor") if pages else ""
    return ItemRow(item.item.id, str(item.item.number), shown_title(item) or "Utan rubrik", note, pills)


def item_heading(item: ItemView | None) -> str:
    """Return what stands above the documents of an item."""
    return f"{item.item.number}. {shown_title(item) or 'Utan rubrik'}" if item else "Inga ärenden på listan"
