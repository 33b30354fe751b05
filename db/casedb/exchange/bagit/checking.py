"""Checking a bag: whether it is whole, and everything in it what its manifests say.

Bags of the versions 0.93 to 1.0 are read. Every problem is told, not the first alone; what other programs
are known to do and what harms nobody is a remark. Nothing is fetched and nothing is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from casedb.errors import Stopped
from casedb.exchange.bagit.findings import BagReport, PayloadFile, Sort, shown_path
from casedb.exchange.bagit.manifests import Manifest, is_checksum
from casedb.exchange.bagit.names import (
    LITTER,
    PAYLOAD,
    alike,
    readings,
    why_unsafe,
    why_unusual,
)
from casedb.exchange.bagit.shelves import Shelf
from casedb.exchange.bagit.tags import (
    DECLARATION,
    FETCH,
    INFO,
    NEWEST,
    OF_HASHLIB,
    OLD_INFO,
    OLDEST,
    WEAK,
    Listed,
    codec_of,
    manifest_of,
    read_declaration,
    read_fetch,
    read_info,
    read_manifest,
)
from casedb.words import say


def check_bag(
    shelf: Shelf,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> BagReport:
    """Check a bag. `progress` hears which part of the bytes is read; Stopped is raised where `stopped`
    says so."""
    work = _Check(shelf, progress or (lambda part: None), stopped or (lambda: False))
    work.read_declaration()
    work.look_at_names()
    work.read_info()
    work.read_manifests()
    work.read_fetch()
    work.compare_lists()
    payload = work.compare_bytes()
    work.compare_count()
    return BagReport(
        work.version if work.is_declared else None,
        work.encoding,
        tuple(each.algorithm for each in work.manifests if not each.is_of_tags),
        payload,
        tuple(work.info),
        work.fetch,
        shelf.findings.all(),
    )


class _Check:
    """One bag that is being checked."""

    def __init__(
        self, shelf: Shelf, progress: Callable[[float], None], stopped: Callable[[], bool]
    ) -> None:
        self.shelf, self.findings = shelf, shelf.findings
        self._progress, self._stopped = progress, stopped
        self.version = NEWEST
        self.is_declared = False
        self.encoding = ""
        self._codec = "utf-8"
        self.info: list[tuple[str, str]] = []
        self.manifests: list[Manifest] = []
        self.fetch = 0
        self._fetched: set[str] = set()
        self._alike: dict[str, list[str]] = {}
        for path in shelf.files:
            self._alike.setdefault(alike(path), []).append(path)

    @property
    def _is_strict(self) -> bool:
        return self.version >= NEWEST

    # -- tags -----------------------------------------------------------------------------

    def read_declaration(self) -> None:
        """Read what the bag says of itself; what it does not say is taken as of the newest version."""
        if DECLARATION not in self.shelf.files:
            told = say("The file is missing, so nothing says that this is a bag.")
            self.findings.fault(Sort.DECLARATION, told, DECLARATION)
            return
        data = self.shelf.read(DECLARATION)
        if data is None:
            return
        if data.startswith(b"\xef\xbb\xbf"):
            told = say("It begins with a byte-order mark, which is not allowed there.")
            self.findings.fault(Sort.DECLARATION, told, DECLARATION)
            data = data[3:]
        declared = read_declaration(data)
        if declared is None:
            told = say(
                "It does not name the version and the encoding of the bag as it must: two lines, one "
                "space after each colon."
            )
            self.findings.fault(Sort.DECLARATION, told, DECLARATION)
            return
        self.is_declared = True
        self.version, self.encoding = declared.version, declared.encoding
        if not OLDEST <= self.version <= NEWEST:
            told = say(
                "The bag is of version {version}; 0.93 to 1.0 are read here.",
                version=f"{self.version[0]}.{self.version[1]}",
            )
            self.findings.fault(Sort.VERSION, told, DECLARATION)
        codec = codec_of(self.encoding)
        if not codec:
            told = say(
                "The encoding “{encoding}” is not known, so UTF-8 is tried.",
                encoding=shown_path(self.encoding),
            )
            self.findings.fault(Sort.ENCODING, told, DECLARATION)
        self._codec = codec or "utf-8"

    def _text_of(self, name: str) -> str:
        """A tag file as text; empty where it cannot be read, which is noted."""
        data = self.shelf.read(name)
        if data is None:
            return ""
        try:
            return data.decode(self._codec)
        except UnicodeError:
            told = say(
                "It is not in the encoding that the bag names ({encoding}).",
                encoding=shown_path(self.encoding or "UTF-8"),
            )
            self.findings.fault(Sort.ENCODING, told, name)
            return data.decode(self._codec, "replace")

    def read_info(self) -> None:
        """Read the metadata; nothing in the bag hangs on them but the count of its bytes."""
        name = INFO if INFO in self.shelf.files or self.version >= (0, 96) else OLD_INFO
        if name not in self.shelf.files:
            return
        for n, element in read_info(self._text_of(name)):
            if element is None:
                told = say("Line {n} is no label with a value.", n=n)
                self.findings.remark(Sort.SYNTAX, told, name)
            else:
                self.info.append(element)

    def look_at_names(self) -> None:
        """Look for names that lead out of the bag, cannot be had everywhere or are taken for one."""
        for path in self.shelf.files:
            if why := why_unsafe(path):
                self.findings.fault(Sort.UNSAFE, why, path)
            elif why := why_unusual(path):
                self.findings.remark(Sort.NAME, why, path)
            if path.rpartition("/")[2].lower() in LITTER:
                told = say("A system has left it there; nobody means to hand it in.")
                self.findings.remark(Sort.LITTER, told, path)
        for paths in self._alike.values():
            for path in paths[1:]:
                told = say(
                    "Some systems take it for “{other}”: only capitals or accents differ.",
                    other=shown_path(paths[0]),
                )
                self.findings.remark(Sort.ALIKE, told, path)

    # -- manifests ------------------------------------------------------------------------

    def read_manifests(self) -> None:
        """Read every manifest, and find the files that it means."""
        for name in sorted(self.shelf.files):
            if found := manifest_of(name):
                self._read_manifest(Manifest(name, found[1], is_of_tags=found[0]))
        if not self.shelf.has_payload:
            told = say("There is no folder with a payload.")
            self.findings.fault(Sort.MISSING, told, PAYLOAD)
        payload = [each for each in self.manifests if not each.is_of_tags]
        if not payload:
            told = say("There is no manifest, so nothing says what the payload should be.")
            self.findings.fault(Sort.MISSING, told)
        elif not any(each.is_known for each in payload):
            told = say("Its checksums are all of sorts that are not known here.")
            self.findings.fault(Sort.ALGORITHM, told)
        elif not any(each.is_known and each.algorithm not in WEAK for each in payload):
            told = say(
                "Its checksums (MD5, SHA-1) tell accidents, and not that somebody changed a file on "
                "purpose."
            )
            self.findings.remark(Sort.ALGORITHM, told)

    def _read_manifest(self, manifest: Manifest) -> None:
        self.manifests.append(manifest)
        if not manifest.is_known:
            told = say("Its checksums are of a sort that is not known here, and were not compared.")
            self.findings.remark(Sort.ALGORITHM, told, manifest.name)
        named: dict[str, str] = {}
        for n, listed in read_manifest(self._text_of(manifest.name)):
            if listed is None or not is_checksum(manifest.algorithm, listed.checksum):
                told = say("Line {n} is no checksum with a path.", n=n)
                self.findings.fault(Sort.SYNTAX, told, manifest.name)
                continue
            self._take_listed(manifest, listed, named)

    def _take_listed(self, manifest: Manifest, listed: Listed, named: dict[str, str]) -> None:
        """Take a line of a manifest; `named` are the paths it had so far, with their checksums."""
        written, asked = listed.path, listed.path
        if listed.is_starred:
            if f"*{written}" in self.shelf.files:
                written = asked = f"*{written}"
            else:
                told = say(
                    "An asterisk stands before it in “{name}”, as md5sum writes it.",
                    name=manifest.name,
                )
                self.findings.remark(Sort.SYNTAX, told, written)
        if asked.startswith("./") and not why_unsafe(asked):
            told = say("It is written with “./” before it in “{name}”.", name=manifest.name)
            self.findings.remark(Sort.SYNTAX, told, written)
            while asked.startswith("./"):
                asked = asked[2:]
        if why := why_unsafe(asked):
            self.findings.fault(Sort.UNSAFE, why, written)
            return
        if not manifest.is_of_tags and not asked.startswith(PAYLOAD):
            told = say("“{name}” lists it, and it is not in the payload.", name=manifest.name)
            self.findings.fault(Sort.UNSAFE, told, written)
            return
        if asked in named:
            if named[asked] != listed.checksum:
                told = say("“{name}” lists it twice, with two checksums.", name=manifest.name)
                self.findings.fault(Sort.TWICE, told, written)
            else:
                told = say("“{name}” lists it twice.", name=manifest.name)
                note = self.findings.fault if self._is_strict else self.findings.remark
                note(Sort.TWICE, told, written)
            return
        named[asked] = listed.checksum
        path = self._path_of(manifest, asked)
        if path is None:
            manifest.absent.append(asked)
        elif manifest.told.get(path, listed.checksum) != listed.checksum:
            told = say("“{name}” lists it twice, with two checksums.", name=manifest.name)
            self.findings.fault(Sort.TWICE, told, written)
        else:
            manifest.told[path] = listed.checksum

    def _path_of(self, manifest: Manifest, asked: str) -> str | None:
        """The file that a path means: of that name, or of one that a system may have made of it."""
        for path in readings(asked, escapes_percent=self._is_strict):
            if path in self.shelf.files:
                return path
        for path in readings(asked, escapes_percent=self._is_strict):
            others = self._alike.get(alike(path), ())
            if len(others) == 1:
                told = say(
                    "“{name}” lists it, and what is there is “{other}”: only capitals or accents differ.",
                    name=manifest.name,
                    other=shown_path(others[0]),
                )
                self.findings.remark(Sort.ALIKE, told, asked)
                return others[0]
        return None

    def read_fetch(self) -> None:
        """Read which files are to be fetched from elsewhere: they are named, and never fetched."""
        if FETCH not in self.shelf.files:
            return
        for n, fetched in read_fetch(self._text_of(FETCH)):
            if fetched is None:
                told = say("Line {n} is no address with a length and a path.", n=n)
                self.findings.fault(Sort.SYNTAX, told, FETCH)
                continue
            self.fetch += 1
            path = fetched.path.removeprefix("./")
            if why := why_unsafe(path):
                self.findings.fault(Sort.UNSAFE, why, path)
                continue
            meant = readings(path, escapes_percent=self._is_strict)
            self._fetched.update(meant)
            if not path.startswith(PAYLOAD):
                told = say("“{name}” lists it, and it is not in the payload.", name=FETCH)
                self.findings.fault(Sort.UNSAFE, told, path)
            elif not any(each in self.shelf.files for each in meant):
                told = say(
                    "It is to be fetched from {url}. Nothing is ever fetched: put it in its place first.",
                    url=shown_path(fetched.url),
                )
                self.findings.fault(Sort.FETCH, told, path)

    def compare_lists(self) -> None:
        """Look for files that manifests list and are not there, and those that none lists."""
        for manifest in self.manifests:
            for path in manifest.absent:
                if self._fetched.isdisjoint(readings(path, escapes_percent=self._is_strict)):
                    told = say("“{name}” lists it, and it is not there.", name=manifest.name)
                    self.findings.fault(Sort.MISSING, told, path)
        payload = [each for each in self.manifests if not each.is_of_tags]
        for path in self.shelf.files:
            if not path.startswith(PAYLOAD) or not payload:
                continue
            lacking = [each.name for each in payload if path not in each.told]
            if len(lacking) == len(payload):
                self.findings.fault(Sort.EXTRA, say("No manifest lists it."), path)
            elif lacking and self._is_strict:
                told = say("“{name}” does not list it.", name=lacking[0])
                self.findings.fault(Sort.EXTRA, told, path)

    # -- bytes ----------------------------------------------------------------------------

    def compare_bytes(self) -> tuple[PayloadFile, ...]:
        """Compare every file with its checksums; the files of the payload, in order of their paths."""
        asked = {path for each in self.manifests for path in each.told}
        paths = sorted(
            path for path in self.shelf.files if path in asked or path.startswith(PAYLOAD)
        )
        whole = sum(self.shelf.files[each] for each in paths)
        done = 0

        def tell(size: int) -> None:
            nonlocal done
            done += size
            if self._stopped():
                raise Stopped(say("Checking was stopped; nothing was changed."))
            self._progress(min(1.0, done / max(whole, 1)))

        found: list[PayloadFile] = []
        for path in paths:
            tell(0)
            each = self._compare(path, tell)
            if each is not None and path.startswith(PAYLOAD):
                found.append(each)
        return tuple(found)

    def _compare(self, path: str, tell: Callable[[int], None]) -> PayloadFile | None:
        told = {each.name: each for each in self.manifests if each.is_known and path in each.told}
        algorithms = {each.algorithm for each in told.values()} | {"sha256"}
        digests = {
            each: hashlib.new(OF_HASHLIB[each], usedforsecurity=False) for each in algorithms
        }
        size = 0

        def take(piece: bytes) -> None:
            nonlocal size
            size += len(piece)
            for digest in digests.values():
                digest.update(piece)

        if not self.shelf.hash(path, take, tell):
            return None
        agreed: dict[str, str] = {}
        for each in told.values():
            if digests[each.algorithm].hexdigest() == each.told[path]:
                agreed[each.algorithm] = each.told[path]
            else:
                sentence = say(
                    "It is not what “{name}” says: its bytes were changed.", name=each.name
                )
                self.findings.fault(Sort.CHANGED, sentence, path)
        return PayloadFile(path, size, digests["sha256"].hexdigest(), agreed)

    def compare_count(self) -> None:
        """Compare the number of files and bytes with those that the metadata tell."""
        sizes = [self.shelf.files[path] for path in self.shelf.files if path.startswith(PAYLOAD)]
        there = f"{sum(sizes)}.{len(sizes)}"
        for label, value in self.info:
            if label.lower() == "payload-oxum" and value != there:
                told = say(
                    "Payload-Oxum says {told}, and the payload has {there} (bytes, a dot, files).",
                    told=shown_path(value),
                    there=there,
                )
                self.findings.fault(Sort.COUNT, told, INFO)
