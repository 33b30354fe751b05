"""Links between what is selected, and what they may say."""

from __future__ import annotations

from caseboard.bridge import CaseBridge
from caseboard.linking import Linking
from caseboard.selection import Selection
from casedb.model.records import Ref


def test_a_link_between_a_claim_and_something_else_leads_to_the_claim(
    bridge: CaseBridge,
) -> None:
    case, selection = bridge.case, Selection()
    claim = case.add("claim", title="The ship was in the harbour")
    photo = case.add("media", title="Photograph")
    selection.set(items=[claim.id, photo.id])
    assert Linking(bridge, selection).ends_of_selection() == (
        Ref.item(photo.id),
        Ref.item(claim.id),
    )


def test_it_is_told_from_what_to_what_a_link_runs(bridge: CaseBridge) -> None:
    case, selection = bridge.case, Selection()
    linking = Linking(bridge, selection)
    claim = case.add("claim", title="The ship was in the harbour")
    photo = case.add(
        "media", title="Photograph that was taken from the pier before the night in question"
    )
    link = case.link(photo, "supports", claim)
    note = Ref.item(case.add("note").id)
    short, ship = "Media: Photograph that was taken from the pier…", "The ship was in the harbour"
    assert linking.way(link.start, link.end) == f"From “{short}” to “Claim: {ship}”"
    assert linking.way(note, Ref.link(link.id)).startswith(
        "From “Untitled note” to the link “Media: Photograph that was taken"
    )
    assert linking.way_to_kind(link.end, "claim") == (f"From “Claim: {ship}” to a new card: Claim")
    assert linking.way_of_selected() == ""
    selection.set(links=[link.id])
    assert linking.way_of_selected() == linking.way(link.start, link.end)
