"""Marks: what can stand on a card, each with its place in board units and its colour by token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QRectF

from caseboard.lettering import Lettering
from casedb.model.board_map import BoardMap


@dataclass(frozen=True, slots=True)
class Words:
    """Text at a place in a colour; bars where it would be too small to read."""

    text: Lettering
    left: float
    top: float
    token: str
    is_readable: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon in a square."""

    icon: str
    box: QRectF
    token: str


@dataclass(frozen=True, slots=True)
class Pill:
    """An outline with round ends; judgements are tinted."""

    box: QRectF
    token: str
    is_tinted: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A small filled box with round corners, behind a grade or for a verdict seen from afar."""

    box: QRectF
    token: str


@dataclass(frozen=True, slots=True)
class Wash:
    """A faint colour over the whole card."""

    box: QRectF
    token: str


@dataclass(frozen=True, slots=True)
class Triangle:
    """A triangle that points up or down."""

    box: QRectF
    token: str
    points_up: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The thumbnail of an artifact, named by its SHA-256; of a page the head is shown."""

    box: QRectF
    sha256: str
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """Another board, seen from far away."""

    box: QRectF
    board: BoardMap


Mark: TypeAlias = Words | Sign | Pill | Box | Wash | Triangle | Picture | Map
