"""Deliveries that are bags: their payload comes in as files in a folder do, after they were verified.

What the manifests of a bag say of a file is noted with it. A case in a bag does not come into another
case; a copy can be made of it (`casedb.bags`).
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from casedb.bags import cases_in, refuse_invalid
from casedb.case import Case
from casedb.delivery import Standing, Watch, look, look_at_offer, store
from casedb.delivery_report import Row
from casedb.exchange.bagit.checking import check_bag
from casedb.exchange.bagit.findings import BagReport, PayloadFile, shown_path
from casedb.exchange.bagit.names import LITTER
from casedb.exchange.bagit.shelves import Shelf, is_bag, open_shelf
from casedb.ids import utc_now
from casedb.intake.cage.cage import Cage
from casedb.intake.offer import Offer, offer_opened
from casedb.model.json_value import JsonValue
from casedb.model.values import Values
from casedb.taking import Found, Stamp, take
from casedb.words import english, say

BAG = "bag"
"""Under which an artifact keeps what the bag that it came in said of it."""
_TOLD = ("Source-Organization", "Bagging-Date", "External-Identifier")
"""Metadata of a bag that are noted with each file."""
_LONGEST = 200


def deliver_with_bags(
    case: Case, paths: Sequence[Path], cage: Cage, watch: Watch | None = None
) -> list[Row]:
    """Take in files, folders and the payload of bags, as one change; a row for each in the order found.

    Raises IntakeRefused where a bag is not valid, and as `casedb.delivery.deliver` does; then nothing has
    come in.
    """
    with _looked_at(case, paths, cage, watch) as found:
        return store(case, found, watch)


def preview_with_bags(
    case: Case, paths: Sequence[Path], cage: Cage, watch: Watch | None = None
) -> list[Row]:
    """What `deliver_with_bags` would say of each file, with nothing taken in. Raises what that raises."""
    with _looked_at(case, paths, cage, watch) as found:
        rows = take(case.contents, case.new_id, found, Stamp(utc_now(), case.actor)).rows
    return [
        replace(
            row,
            item=row.item if row.item in case.contents.items else "",
            parts=tuple(replace(part, id="") for part in row.parts),
        )
        for row in rows
    ]


@contextmanager
def _looked_at(
    case: Case, paths: Sequence[Path], cage: Cage, watch: Watch | None
) -> Generator[list[Found]]:
    with ExitStack() as open_bags:
        found: list[Found] = []
        for of_bag, group in groupby(paths, is_bag):
            if of_bag:
                for path in group:
                    shelf = open_bags.enter_context(open_shelf(path))
                    found += look_at_bag(shelf, cage, watch)
            else:
                found += look(list(group), case.path, cage, watch)
        yield found


def look_at_bag(shelf: Shelf, cage: Cage, watch: Watch | None = None) -> list[Found]:
    """Look at the payload of a bag: what could come in, and why others cannot.

    The bag is verified first. Raises IntakeRefused where it is not valid. What comes back is good for as
    long as the shelf is open.
    """
    tell = watch or _tell_nobody
    whole = len(shelf.files)
    tell(Standing(0, 0, 0, shelf.name))
    report = check_bag(shelf, lambda part: tell(Standing(0, whole, 0, shelf.name)))
    refuse_invalid(shelf.path, report)
    cases = {each.path for each in cases_in(shelf, report)}
    found: list[Found] = []
    size = 0
    for n, file in enumerate(report.payload):
        tell(Standing(n, len(report.payload), size, file.path))
        found.append(_look_at(shelf, report, file, cage, is_case=file.path in cases))
        size += file.size
    return found


def _tell_nobody(standing: Standing) -> None:
    pass


def _look_at(
    shelf: Shelf, report: BagReport, file: PayloadFile, cage: Cage, *, is_case: bool
) -> Found:
    name = f"{shelf.path}/{file.path}"
    if is_case:
        why = say(
            "It is a case, and does not come into another. To work with it, make a copy of it: import the "
            "bag into a case file that does not exist yet."
        )
        return Found(Row(name, "rejected", why))
    if file.path.rpartition("/")[2].lower() in LITTER:
        why = say("A system has left it there; nobody means to hand it in.")
        return Found(Row(name, "rejected", why))
    try:
        offer = offer_opened(lambda: shelf.open(file.path), file.path, file.size)
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        return Found(Row(name, "rejected", say("It cannot be read: {reason}.", reason=reason)))
    if offer.artifact.id != file.sha256:
        why = say("It changed or vanished while it was taken in. Try again when it is finished.")
        return Found(Row(name, "rejected", why))
    return look_at_offer(name, _with_provenance(offer, shelf, report, file), cage)


def _with_provenance(offer: Offer, shelf: Shelf, report: BagReport, file: PayloadFile) -> Offer:
    """An offer that notes which bag it came in, and the checksums that the bag told."""
    told = {label: report.told(label)[:_LONGEST] for label in _TOLD}
    checksums = ", ".join(f"{name} {value}" for name, value in sorted(file.told.items()))
    method = english(
        "From the BagIt bag “{bag}”, where it is “{path}”. The bag was verified; its manifests say: "
        "{checksums}.",
        bag=shown_path(shelf.name),
        path=shown_path(file.path),
        checksums=checksums,
    )
    parts = [method, *(f"{label}: {value}" for label, value in told.items() if value)]
    noted: dict[str, JsonValue] = {
        "method": "\n".join(parts),
        BAG: {
            "name": _whole(shelf.name),
            "path": _whole(file.path),
            "checksums": dict(sorted(file.told.items())),
        },
    }
    artifact = replace(offer.artifact, values=Values({**offer.artifact.values, **noted}))
    return replace(offer, artifact=artifact)


def _whole(name: str) -> str:
    """A name without halves of signs, which a case cannot hold."""
    return name.encode("utf-8", "replace").decode("utf-8")
