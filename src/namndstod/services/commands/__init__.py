"""What a person can do: one frozen command per user action, each handled by its own short `run`."""

from .agenda import AddItem, MoveItem, PasteAgenda, RemoveItem, SetDiaryNumber, SetRecipients
from .approval import Approve, SetApprovers
from .base import Command, Desk
from .editing import Edit
from .meetings import CallMeeting, CancelMeeting, PlanMeeting
from .register import AddMember, ChangeTerm, CreateBody, EndMandate, MemberRow, RemoveMandate, TakeInMembers
from .settings import SetSetting
from .sitting import (
    AddSection,
    CloseMeeting,
    Decide,
    MoveSection,
    OpenMeeting,
    RecordPresence,
    RemovePresence,
    RemoveSection,
    Reopen,
    ServeFor,
    TakeRoll,
)
from .supporting import AttachFiles, IncomingFile, MoveDocument, RemoveDocument
from .texts import KeepEdited, Punctuate, TakeGenerated, WriteText

__all__ = [
    "AddItem",
    "AddMember",
    "AddSection",
    "Approve",
    "AttachFiles",
    "CallMeeting",
    "CancelMeeting",
    "ChangeTerm",
    "CloseMeeting",
    "Command",
    "CreateBody",
    "Decide",
    "Desk",
    "Edit",
    "EndMandate",
    "IncomingFile",
    "KeepEdited",
    "MemberRow",
    "MoveDocument",
    "MoveItem",
    "MoveSection",
    "OpenMeeting",
    "PasteAgenda",
    "PlanMeeting",
    "Punctuate",
    "RecordPresence",
    "RemoveDocument",
    "RemoveItem",
    "RemoveMandate",
    "RemovePresence",
    "RemoveSection",
    "Reopen",
    "ServeFor",
    "SetApprovers",
    "SetDiaryNumber",
    "SetRecipients",
    "SetSetting",
    "TakeGenerated",
    "TakeInMembers",
    "TakeRoll",
    "WriteText",
]
