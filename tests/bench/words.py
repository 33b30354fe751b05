"""How fast the words of files are read and found, and what they add to the file.

    python tests/bench/words.py [PDFS] [PAGES]

A PDF of 300 pages is taken in and read. Then a case with a thousand notes is searched, and searched
again when it has the words of so many PDFs with so many pages each.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from casedb import Case
from casedb.delivery import deliver
from casedb.file_texts import read_files
from casedb.intake.cage.cage import Cage
from casedb.intake.reading import FileWords
from casedb.model.file_words import Outcome, Reading

WORDS_A_PAGE, NOTES, ASKED = 400, 1_000, 60


class Writer:
    """Writes pages as people do: a few words often, and most of them seldom."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        letters = "etaoinshrdlucmfwypvbgkjqxz"
        weights = range(len(letters) + 6, 6, -1)
        self.words = [
            "".join(self._chance.choices(letters, weights, k=self._chance.randint(2, 10)))
            for _ in range(20_000)
        ]
        self._often = [1 / (n + 3) for n in range(len(self.words))]

    def page(self) -> str:
        """A page of running text."""
        return " ".join(self._chance.choices(self.words, self._often, k=WORDS_A_PAGE))

    def questions(self, count: int) -> Iterator[str]:
        """What somebody might type: one to three words, the last of them unfinished now and then."""
        for _ in range(count):
            chosen = [self._chance.choice(self.words) for _ in range(self._chance.randint(1, 3))]
            chosen[0] = self._chance.choices(self.words, self._often)[0]
            cut = self._chance.randint(2, len(chosen[-1]))
            yield " ".join([*chosen[:-1], chosen[-1][:cut]])


def pdf_of(pages: Sequence[str]) -> bytes:
    """A PDF with these pages, ten words a line."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, text in enumerate(pages):
        words = text.split()
        lines = (" ".join(words[at : at + 10]) for at in range(0, len(words), 10))
        content = "BT /F 10 Tf 12 TL 50 780 Td " + " ".join(f"({each}) Tj T*" for each in lines)
        content += " ET"
        parts += [
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * n} 0 R>>"
            ),
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    told, starts = "%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, 1):
        starts.append(len(told))
        told += f"{number} 0 obj{part}endobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(parts) + 1
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(told)}\n%%EOF"
    return f"{told}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def searched(case: Case, writer: Writer) -> tuple[float, float]:
    """The middle and the 95th of a hundred times that a search takes, in milliseconds."""
    times: list[float] = []
    with closing(case.reader()) as reader:
        for question in writer.questions(ASKED):
            began = time.perf_counter()
            reader.find(question, 200)
            times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def main() -> None:
    """Measure, and say what came of it."""
    pdfs, pages = (int(each) for each in (*sys.argv[1:3], *("200", "50")[len(sys.argv) - 1 :]))
    writer = Writer(1)
    with tempfile.TemporaryDirectory() as folder, closing(Cage()) as cage:
        long = Path(folder) / "long.pdf"
        long.write_bytes(pdf_of([writer.page() for _ in range(300)]))
        with Case.create(Path(folder) / "one.caseboard") as case:
            before = case.path.stat().st_size
            began = time.perf_counter()
            deliver(case, [long], cage)
            taken = time.perf_counter()
            read_files(case, cage)
            read = time.perf_counter()
            grown = case.path.stat().st_size - before - long.stat().st_size
        print(
            f"A PDF of 300 pages, {long.stat().st_size / 1e6:.1f} MB: taken in {taken - began:.2f} s, "
            f"words read {read - taken:.2f} s, {grown / 1e6:.1f} MB of words and index"
        )
        with Case.create(Path(folder) / "many.caseboard") as case:
            with case.together("Fill"):
                for n in range(NOTES):
                    text = writer.page()
                    case.add(
                        "note", title=" ".join(text.split()[:6]), notes=text[:800], tags=[f"{n}"]
                    )
            without = searched(case, Writer(2))
            before = case.path.stat().st_size
            began, characters = time.perf_counter(), 0
            for n in range(pdfs):
                item = case.add("document", title=f"Paper {n}")
                artifact = case.attach_bytes(item, f"%PDF- {n}".encode(), f"{n}.pdf")
                told = tuple((page, writer.page()) for page in range(1, pages + 1))
                characters += sum(len(text) for _, text in told)
                case.texts.keep(artifact.id, FileWords(Reading(Outcome.TEXT, pages), told))
            spent = time.perf_counter() - began
            grown = case.path.stat().st_size - before
            found = searched(case, Writer(2))
        print(
            f"{pdfs} PDFs of {pages} pages, {characters / 1e6:.1f} M characters: kept in {spent:.1f} s, "
            f"the file grew by {grown / 1e6:.1f} MB ({grown / max(1, characters):.2f} bytes a character)"
        )
        for name, times in (("without", without), ("with", found)):
            print(f"Search {name} their words: {times[0]:.1f} ms, p95 {times[1]:.1f} ms")
        print(f"Ratio: {found[0] / without[0]:.1f}, p95 {found[1] / without[1]:.1f}")


if __name__ == "__main__":
    main()
