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
