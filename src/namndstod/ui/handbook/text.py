"""The text of a chapter: Markdown as Qt reads it, dressed as the program, with pictures that fit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from namndstod.services.handbook import Chapter, picture
from namndstod.ui.kit.theme import font, is_theme_change, tokens
from namndstod.ui.kit.tokens import Type

COLUMN = 740
"""Widest column of text in pixels: longer lines are hard to read."""

_MARGIN = 28
_BODY = 14  # pixels
_HEADINGS = {1: 24, 2: 18, 3: 15, 4: 14}
_ABOVE = {1: 4, 2: 26, 3: 20, 4: 14}
_LINE = 145.0  # per cent
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class HandbookText(QTextBrowser):
    """Shows a chapter. `followed` tells a link within the handbook."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setReadOnly(True)
        self.setAccessibleName("Handbokens text")
        self.setObjectName("handbook")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self._chapter: Chapter | None = None
        self._pictures: dict[str, QImage] = {}

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning; one that is shown stays as it is."""
        if chapter is not self._chapter:
            self._chapter = chapter
            self._pictures.clear()
            self._write()

    def go_to_heading(self, number: int) -> None:
        """Bring the heading with this number (from 0) to the top."""
        block = next((b for n, b in enumerate(self._headings()) if n == number), None)
        if block is None or number == 0:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
            return
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(max(0, round(top) - 6))

    def mark(self, words: str) -> None:
        """Select the first of the words after the cursor, if it is there: what was searched for is seen."""
        for word in words.split():
            if self.find(word):
                self.horizontalScrollBar().setValue(0)
                return

    def heading_shown(self) -> int:
        """Return the number of the last heading above the middle of what is seen."""
        layout = self.document().documentLayout()
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        shown = 0
        for number, block in enumerate(self._headings()):
            if layout.blockBoundingRect(block).top() <= middle:
                shown = number
        return shown

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture, as wide as there is room for."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        address = name.toString() if isinstance(name, QUrl) else name
        if address not in self._pictures:
            try:
                self._pictures[address] = QImage.fromData(picture(address))
            except FileNotFoundError:
                self._pictures[address] = QImage()
        return self._fitted(self._pictures[address])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys for going back and forth to the pane."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Backspace:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, and the pictures as wide as it."""
        spare = max(0, self.width() - COLUMN - 2 * _MARGIN)
        self.setViewportMargins(_MARGIN, 10, max(_MARGIN - 8, spare), 0)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def changeEvent(self, event: QEvent) -> None:
        """Write anew in other colours."""
        super().changeEvent(event)
        if is_theme_change(event) and self._chapter is not None:
            self._write()

    def _write(self) -> None:
        if self._chapter is None:
            return
        at = self.verticalScrollBar().value()
        document = self.document()
        document.setDocumentMargin(0)
        body = font(Type.BODY)
        body.setPixelSize(_BODY)
        document.setDefaultFont(body)
        self.setMarkdown(self._chapter.markdown)
        for block in _blocks(document):
            _dress(block)
        _frame_hints(document)
        _dress_tables(document.rootFrame())
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(at)

    def _headings(self) -> Iterator[QTextBlock]:
        return (b for b in _blocks(self.document()) if b.blockFormat().headingLevel())

    def _fitted(self, image: QImage) -> QImage:
        """Return the picture at the width of the column, sharp at the scale of the screen, never enlarged."""
        if image.isNull():
            return image
        scale = self.devicePixelRatioF()
        wide = min(image.width(), round(self._room() * scale))
        fitted = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(scale)
        return fitted

    def _room(self) -> int:
        return max(200, min(COLUMN, self.viewport().width()) - 4)

    def _fit_pictures(self) -> None:
        document = self.document()
        for block in _blocks(document):
            for fragment in _fragments(block):
                form = fragment.charFormat()
                if not form.isImageFormat():
                    continue
                name = form.toImageFormat().name()
                fitted = self.loadResource(QTextDocument.ResourceType.ImageResource.value, name)
                assert isinstance(fitted, QImage)
                document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), fitted)
                made = QTextImageFormat(form.toImageFormat())
                size = fitted.deviceIndependentSize()
                made.setWidth(size.width())
                made.setHeight(size.height())
                _cursor(block, fragment.position(), fragment.length()).setCharFormat(made)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    at = block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found


def _cursor(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _dress(block: QTextBlock) -> None:
    """Give a paragraph, heading or item its room, and its words their looks."""
    t = tokens()
    level = block.blockFormat().headingLevel()
    form = QTextBlockFormat()
    form.setLineHeight(_LINE, _PROPORTIONAL)
    if level:
        form.setTopMargin(_ABOVE[level])
        form.setBottomMargin(6)
        form.setLineHeight(120.0, _PROPORTIONAL)
    elif _is_hint(block):
        form.setLeftMargin(0)
        form.setRightMargin(0)
    elif block.textList() is not None:
        form.setBottomMargin(3)
    else:
        form.setBottomMargin(9)
    QTextCursor(block).mergeBlockFormat(form)
    if level:
        look = QTextCharFormat()
        heading = font(Type.TITLE if level == 1 else Type.HEADING)
        heading.setPixelSize(_HEADINGS[level])
        heading.setWeight(QFont.Weight.DemiBold)
        look.setFont(heading)
        look.setForeground(QColor(t.text))
        _cursor(block, block.position(), block.length() - 1).setCharFormat(look)
        return
    for fragment in _fragments(block):
        _dress_words(block, fragment.position(), fragment.length(), fragment.charFormat())


def _dress_words(block: QTextBlock, start: int, length: int, form: QTextCharFormat) -> None:
    t = tokens()
    look = QTextCharFormat()
    if form.isAnchor():
        look.setForeground(QColor(t.accent))
        look.setFontUnderline(True)
    elif form.fontFixedPitch():
        code = font(Type.BODY)
        code.setPixelSize(_BODY - 1)
        look.setFont(code)
        look.setFontFixedPitch(True)
        look.setBackground(QColor(t.neutral_soft))
        look.setForeground(QColor(t.text))
    elif form.fontWeight() > QFont.Weight.Normal:
        look.setFontWeight(QFont.Weight.DemiBold)
    else:
        return
    _cursor(block, start, length).mergeCharFormat(look)


def _is_hint(block: QTextBlock) -> bool:
    return bool(block.blockFormat().intProperty(QTextBlockFormat.Property.BlockQuoteLevel.value))


def _frame_hints(document: QTextDocument) -> None:
    """Put each quoted paragraph on a ground of its own: Markdown has no other way to say «note this»."""
    form = QTextFrameFormat()
    form.setBackground(QColor(tokens().accent_soft))
    form.setPadding(10)
    form.setTopMargin(2)
    form.setBottomMargin(12)
    starts = [block.position() for block in _blocks(document) if _is_hint(block)]
    for start in reversed(starts):
        block = document.findBlock(start)
        _cursor(block, start, block.length() - 1).insertFrame(form)
    if starts:
        for block in _blocks(document):
            if block.length() == 1:  # what a frame leaves before and after itself
                none = QTextBlockFormat()
                none.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
                QTextCursor(block).setBlockFormat(none)


def _dress_tables(frame: QTextFrame) -> None:
    t = tokens()
    for child in frame.childFrames():
        if isinstance(child, QTextTable):
            form = child.format()
            form.setBorder(1)
            form.setBorderBrush(QColor(t.line))
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderCollapse(True)
            form.setCellPadding(6)
            form.setTopMargin(4)
            form.setBottomMargin(14)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            child.setFormat(form)
            for column in range(child.columns()):
                cell = child.cellAt(0, column)
                look = cell.format()
                look.setBackground(QColor(t.neutral_soft))
                cell.setFormat(look)
        _dress_tables(child)
