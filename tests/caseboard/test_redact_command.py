"""`caseboard redact` and `caseboard export --redact`: nothing that is left out gets out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caseboard.cli.calling import main
from casedb import Case
from casedb.exchange.byte_search import search_bytes

LEAKER = "Oksana Petrenko"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.caseboard"
    with Case.create(path, "Harbour", actor="Ann Lee") as case:
        source = case.add_source(LEAKER)
        item = case.add(
            "media", title=f"Photo by {LEAKER}", source=source.id, notes="Call her back"
        )
        case.place(item)
        case.place(case.add("note", title="For our eyes only"), x=400)
    (tmp_path / "partners.json").write_text(
        json.dumps({"words": [LEAKER], "kinds": ["note"], "fields": ["item.notes"]})
    )
    return path


def test_a_profile_is_kept_listed_and_used_by_name(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    profile, out = f"{tmp_path / 'partners.json'}", tmp_path / "out.caseboard"
    assert main(["redact", f"{path}", profile, "--keep", "For partners"]) == 0
    assert main(["redact", f"{path}"]) == 0
    assert "For partners" in capsys.readouterr().out
    assert main(["redact", f"{path}", "for PARTNERS", f"{out}"]) == 0
    told = capsys.readouterr().out
    assert "none found" in told and f"Wrote {out}" in told
    with Case.open(out, read_only=True) as copy:
        assert [each.title for each in copy.contents.items.values()] == ["Photo by █████"]
    assert main(["redact", f"{path}", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["words"] == [LEAKER]


def test_a_preview_writes_nothing(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    before = sorted(each.name for each in tmp_path.iterdir())
    assert main(["redact", f"{path}", f"{tmp_path / 'partners.json'}", "--preview"]) == 0
    told = capsys.readouterr().out
    assert "CB-001 title: Photo by Oksana Petrenko → Photo by █████" in told
    assert "CB-001 notes: Call her back → (nothing)" in told
    assert "1  item" in told
    assert main(["redact", f"{path}", f"{tmp_path / 'partners.json'}", "--preview", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["left_out"]["item"] == 1 and report["written"] == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == before


FORMS = {
    **{form: f"out.{form}" for form in ("png", "jpeg", "svg", "pdf", "canvas", "graphml", "gexf")},
    "csv": "tables",
    "bag": "package",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_export_can_be_redacted(form: str, path: Path, tmp_path: Path):
    out, profile = tmp_path / FORMS[form], f"{tmp_path / 'partners.json'}"
    texts = [LEAKER, "Call her back", "For our eyes only"]
    assert main(["export", f"{path}", f"--{form}", f"{out}"]) == 0
    plain = {each.text for each in search_bytes(out, texts).found}
    other = out.with_name(f"redacted-{out.name}")
    assert main(["export", f"{path}", f"--{form}", f"{other}", "--redact", profile]) == 0
    assert not search_bytes(other, texts).found
    if form in ("canvas", "graphml", "gexf", "csv", "bag", "svg"):
        assert plain


def test_a_redacted_export_is_the_same_twice_and_names_the_case_it_is_of(
    path: Path, tmp_path: Path
):
    profile = f"{tmp_path / 'partners.json'}"
    with Case.open(path, read_only=True) as case:
        head = case.journal.head
    outs = [tmp_path / "a.svg", tmp_path / "b.svg"]
    for out in outs:
        assert main(["export", f"{path}", "--svg", f"{out}", "--redact", profile]) == 0
    first, second = (out.read_text("utf-8") for out in outs)
    assert first == second
    assert head[:12] in first and "parts of the case are left out" in first


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ("{", "no JSON"),
        ("[]", "holds no JSON object"),
        ('{"words": ["x"]}', "cannot be blacked out"),
        ('{"wards": ["Oksana"]}', "“wards” is nothing"),
        (None, "could not be read"),
    ],
    ids=["broken", "list", "short", "misspelled", "absent"],
)
def test_a_profile_that_is_not_understood_lets_nothing_out(
    held: str | None, why: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    profile, out = tmp_path / "p.json", tmp_path / "out.png"
    if held is not None:
        profile.write_text(held)
    assert main(["export", f"{path}", "--png", f"{out}", "--redact", f"{profile}"]) == 1
    assert why in capsys.readouterr().err
    assert not out.exists()


def test_an_unknown_profile_is_said_with_those_there_are(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    main(["redact", f"{path}", f"{tmp_path / 'partners.json'}", "--keep", "For partners"])
    assert main(["redact", f"{path}", "For partner", f"{tmp_path / 'o.caseboard'}"]) == 1
    told = capsys.readouterr().err
    assert "There is no redaction profile “For partner”. The case has “For partners”." in told
    assert main(["redact", f"{path}", "For partners"]) == 2


def test_what_is_found_keeps_what_was_there_before(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "out.canvas"
    out.write_text("before")
    told = ["first"]

    def leaking(case: Case, board: str, target: Path) -> list[str]:
        target.write_text(f"{{}} {LEAKER}")
        return told

    from caseboard.cli import exporting

    forms = (exporting.BoardForm("canvas", "a leak", leaking), *exporting.BOARDS[1:])
    monkeypatch.setattr(exporting, "BOARDS", forms)
    profile = f"{tmp_path / 'partners.json'}"
    assert main(["export", f"{path}", "--canvas", f"{out}", "--redact", profile]) == 1
    assert (
        "is left out, and was found in out.canvas. Nothing was written." in capsys.readouterr().err
    )
    assert out.read_text() == "before"
