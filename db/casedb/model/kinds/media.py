"""A photo, a video, a still of one, or a sound recording."""

from __future__ import annotations

from casedb.model.fields import Choice, Text, Url
from casedb.model.kinds.kind import Kind, capture_fields, closing_fields, fields_of, leading_fields
from casedb.model.matches import matches_field
from casedb.model.options import options
from casedb.model.when_and_where import When, Where

MEDIUM = options(
    ("photo", "Photo"),
    ("video_still", "Video still"),
    ("video", "Video"),
    ("audio", "Audio"),
)

GENERATION = options(("original", "Original"), ("copy", "Copy"), ("unknown", "Unknown"))

# The six ratings of schema.org's MediaReview vocabulary, in its own order.
AUTHENTICITY = options(
    ("original", "Original", "no evidence of misleading change"),
    ("decontextualized", "Decontextualized", "genuine, shown as something else"),
    ("edited_or_cropped", "Edited or cropped", "parts left out to mislead"),
    ("transformed", "Transformed", "changed or synthesised"),
    ("staged", "Staged", "acted for the camera"),
    ("satire", "Satire", "satire or parody"),
)

MEDIA = Kind(
    name="media",
    label="Media",
    plural="Media",
    icon="media",
    accent="med",
    hint="A photo, a video, a still of one, or a recording",
    fields=fields_of(
        *leading_fields("What it shows"),
        Choice("medium", "Medium", options=MEDIUM),
        When(
            "recorded",
            "Recorded (camera clock)",
            help="As the camera says; its clock may be wrong",
            time_name="recorded",
            searchable=True,
        ),
        When(
            "recorded_gps",
            "Recorded (GPS clock)",
            help="UTC by the satellites; kept apart from the camera's clock",
            time_name="recorded",
            searchable=True,
        ),
        Text("device", "Device", searchable=True),
        Choice("generation", "Generation", options=GENERATION),
        Where("created_where", "Where created", help="Where the camera was", searchable=True),
        Where(
            "shown_where",
            "Where shown",
            help="The place in the picture",
            searchable=True,
        ),
        Choice("authenticity", "Authenticity", options=AUTHENTICITY),
        When("published", "Published", time_name="published", searchable=True),
        Url("url", "Address", searchable=True),
        Url("archive_url", "Archived copy", searchable=True),
        matches_field("Comparison"),
        *closing_fields(),
        *capture_fields(),
    ),
    face_date=("recorded_gps", "recorded", "published"),
    face_place=("shown_where", "created_where"),
)
