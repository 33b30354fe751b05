"""What the schemata of FollowTheMoney are to a case.

FollowTheMoney is the data model of Aleph and OpenSanctions (https://followthemoney.tech, MIT licence,
© Journalism Development Network and its contributors). Names of schemata and properties, and which
properties are the two ends of a schema that ties things together, are taken from there; the rest is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casedb.model.json_value import JsonValue


@dataclass(frozen=True, slots=True)
class Sort:
    """What an entity of a schema becomes: an item of a kind, with some values."""

    kind: str
    values: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Joint:
    """A schema that ties two things together: the properties of its ends, what it says, and as what."""

    start: str
    end: str
    says: str
    type: str = "related"


def _entity(entity_type: str = "") -> Sort:
    return Sort("entity", {"entity_type": entity_type} if entity_type else {})


def _document(document_type: str = "") -> Sort:
    return Sort("document", {"document_type": document_type} if document_type else {})


THINGS: Mapping[str, Sort] = {
    "Person": _entity("person"),
    **dict.fromkeys(
        ("Organization", "Company", "LegalEntity", "PublicBody"), _entity("organisation")
    ),
    "Vessel": _entity("vessel"),
    "Airplane": _entity("aircraft"),
    "RealEstate": _entity("facility"),
    **dict.fromkeys(
        (
            *("Thing", "Address", "Asset", "BankAccount", "Contract", "CourtCase", "CryptoWallet"),
            *("License", "Position", "Project", "Security", "UserAccount", "Vehicle", "Passport"),
            *("Identification", "EconomicActivity", "TaxRoll", "Post"),
        ),
        _entity(),
    ),
    **dict.fromkeys(("Event", "Trip"), Sort("event", {})),
    **dict.fromkeys(("Note", "Assessment"), Sort("note", {})),
    **dict.fromkeys(
        (
            *("Document", "Pages", "PlainText", "HyperText", "Email", "Message", "Image", "Audio"),
            *("Video", "Folder", "Package"),
        ),
        _document(),
    ),
    "Article": _document("article"),
    **dict.fromkeys(("Table", "Workbook"), _document("dataset")),
    "CallForTenders": _document(),
    "Sanction": _document("sanctions_notice"),
}
"""The schemata that are things; one that is not here becomes an entity of no type."""

JOINTS: Mapping[str, Joint] = {
    "Associate": Joint("person", "associate", "associated with"),
    "Call": Joint("caller", "receiver", "called"),
    "ContractAward": Joint("contract", "supplier", "awarded to"),
    "CourtCaseParty": Joint("party", "case", "involved in"),
    "Debt": Joint("debtor", "creditor", "owes"),
    "Directorship": Joint("director", "organization", "directs"),
    "Documentation": Joint("document", "entity", "documents"),
    "Employment": Joint("employee", "employer", "works for"),
    "Family": Joint("person", "relative", "related to"),
    "Membership": Joint("member", "organization", "belongs to"),
    "Mention": Joint("document", "resolved", "mentions"),
    "Occupancy": Joint("holder", "post", "holds"),
    "Ownership": Joint("owner", "asset", "owns"),
    "Payment": Joint("payer", "beneficiary", "paid"),
    "ProjectParticipant": Joint("participant", "project", "participates in"),
    "Representation": Joint("agent", "client", "represents"),
    "Similar": Joint("candidate", "match", "similar to"),
    "Succession": Joint("predecessor", "successor", "precedes", "precedes"),
    "UnknownLink": Joint("subject", "object", "linked to"),
}
"""The schemata that tie things together."""

CAPTIONS = ("role", "relationship", "percentage", "amount", "purpose", "lotNumber")
"""What tells more of a tie than its schema does."""
NAMES = ("name", "title", "fileName", "firstName", "lastName", "subject")
OTHER_NAMES = ("alias", "previousName", "weakAlias")
SUMMARIES = ("summary", "description", "abstract", "bodyText")
IDENTIFIERS = (
    *("imoNumber", "mmsi", "callSign", "serialNumber", "registrationNumber", "idNumber"),
    *("passportNumber", "leiCode", "innCode", "ogrnCode", "taxNumber", "swiftBic", "wikidataId"),
)
DATES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "event": ("happened", ("date", "startDate")),
    "document": ("published", ("publishedAt", "date", "listingDate", "authoredAt", "startDate")),
}
"""The field that holds the date of a kind, and the properties that may fill it, the first winning."""
PLACES = ("location", "full", "address")
TOPICS = ("topics", "keywords")
PUBLISHERS = ("publisher",)
