"""`CardImages`: cards that were painted already, within a budget of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtGui import QImage


class CardImages:
    """Painted cards by card id; the ones not used for longest go when there are too many bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._images: OrderedDict[str, QImage] = OrderedDict()

    def get(self, card_id: str) -> QImage | None:
        """The image of a card, or None."""
        image = self._images.get(card_id)
        if image is not None:
            self._images.move_to_end(card_id)
        return image

    def put(self, card_id: str, image: QImage) -> None:
        """Keep the image of a card."""
        self.drop(card_id)
        self._images[card_id] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._most and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def drop(self, card_id: str) -> None:
        """Forget the image of a card."""
        image = self._images.pop(card_id, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()

    def drop_those(self, chosen: Callable[[str], bool]) -> None:
        """Forget the images of cards that are chosen by their ids."""
        for each in [each for each in self._images if chosen(each)]:
            self.drop(each)

    def clear(self) -> None:
        """Forget every image."""
        self._images.clear()
        self._bytes = 0
