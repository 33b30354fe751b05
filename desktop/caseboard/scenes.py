"""Scenes: satellite images that a dropped file describes, and what is said of reading it."""

from __future__ import annotations

from collections.abc import Mapping

from casedb.exchange.stac import StacItem
from casedb.words import say

MOST_NAMED = 4
"""Keys that are named one by one of those that stay in the file."""


def doubts_about(scenes: Mapping[str, StacItem], names: Mapping[str, str]) -> list[str]:
    """What was left out of which files and what is odd in them, a sentence or more each."""
    return [
        f"{_became(names[each])} {' '.join(scene.report.sentences)} {_kept(scene)}".rstrip()
        for each, scene in scenes.items()
        if _is_doubtful(scene)
    ]


def notice_of(scenes: Mapping[str, StacItem], names: Mapping[str, str]) -> str:
    """What became of files that were read without a doubt, in a sentence; empty where none was."""
    clear = {each: scene for each, scene in scenes.items() if not _is_doubtful(scene)}
    if len(clear) > 1:
        return say(
            "{n} file was read as a satellite image.",
            "{n} files were read as satellite images.",
            n=len(clear),
        )
    for each, scene in clear.items():
        told = (_became(names[each]), *scene.report.changed, _kept(scene))
        return " ".join(filter(None, told))
    return ""


def _is_doubtful(scene: StacItem) -> bool:
    return bool(scene.report.left_out or scene.report.doubts)


def _became(name: str) -> str:
    return say("“{name}” was read as a satellite image.", name=name)


def _kept(scene: StacItem) -> str:
    """What has no field on the card, in a sentence."""
    keys = scene.report.kept
    if not keys:
        return ""
    named = ", ".join(keys[:MOST_NAMED])
    if len(keys) > MOST_NAMED:
        n = len(keys) - MOST_NAMED
        return say(
            "Left in the file alone: {keys} and {n} more.",
            "Left in the file alone: {keys} and {n} more.",
            keys=named,
            n=n,
        )
    return say("Left in the file alone: {keys}.", keys=named)
