"""Every action of the window, declared once: menus, tool bar, shortcuts and help follow from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from casedb.words import say


class Menu(StrEnum):
    """The menus, in order."""

    CASE = "Case"
    EDIT = "Edit"
    ADD = "Add"
    ARRANGE = "Arrange"
    VIEW = "View"
    HELP = "Help"

    @property
    def text(self) -> str:
        """Its name, marked with a letter for the keyboard that is its own."""
        return "A&rrange" if self is Menu.ARRANGE else f"&{self.value}"

    @property
    def shown(self) -> str:
        """Its name as people read it where it stands alone."""
        return plain(say(self.text))


class Sub(StrEnum):
    """The menus within menus, each with its name and the letter that is its own."""

    EXPORT = "&Export"
    JUDGE = "&Judge"
    ALIGN = "&Align"
    DISTRIBUTE = "Di&stribute and pack"
    SIZE = "Match si&ze"
    AROUND = "Look aroun&d what is selected"
    TIDY = "T&idy"
    COLOUR = "Colo&ur"
    ZOOM = "Z&oom"
    WHAT_IF = "Wh&at if"
    VIEWS = "Sav&ed views"
    BOARDS = "Sho&w on other boards"
    FILES = "Files in full &quality"
    BESIDE = "T&imeline, map and tables"
    THEME = "&Theme"


class Needs(StrEnum):
    """What must be there for an action to make sense; without it the action is greyed.

    `sentence` tells somebody who wants it all the same what to do first, in English.
    """

    sentence: str

    def __new__(cls, value: str, sentence: str) -> Needs:
        made = str.__new__(cls, value)
        made._value_ = value
        made.sentence = sentence
        return made

    NOTHING = "nothing", ""
    CASE = "case", "Open a case first."
    WRITABLE = "writable case", "Open a case that may be changed first."
    SELECTION = "selection", "Select something first."
    CHANGEABLE = "selection in a writable case", "Select something first."
    CARDS = "selected cards", "Select a card first."
    PLACED = "selected cards or frames", "Select a card or a frame first."
    SHOWN = "selected cards or frames in any case", "Select a card or a frame first."
    FRAMES = "selected frames", "Select a frame first."
    LINKS = "selected links", "Select a link first."
    REMOVABLE = "selected cards, frames or links", "Select a card, a frame or a link first."
    SEVERAL = "two selected cards or frames", "Select two cards or frames first."
    THREE = "three selected cards or frames", "Select three cards or frames first."
    RECORDS = "selected items or sources", "Select an item or a source first."
    UNDO = "a step to undo", "There is nothing to undo."
    REDO = "a step to redo", "There is nothing to redo."


@dataclass(frozen=True, slots=True)
class Declared:
    """One action: its name in code, what people read in English, its menu, keys, icon and needs.

    `apart` starts a new group in the menu, `sub` is the menu within it where the action stands.
    Ampersands mark the letter for the keyboard.
    """

    name: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.CASE
    apart: bool = False
    sub: Sub | None = None

    @property
    def label(self) -> str:
        """What people read where it stands alone, without a mark for the keyboard letter."""
        return _label(say(self.text), say(self.sub.value) if self.sub is not None else "")

    @property
    def english(self) -> str:
        """The same in English, for those who look for it by the words that they know."""
        return _label(self.text, self.sub.value if self.sub is not None else "")


def _label(text: str, sub: str) -> str:
    text = plain(text)
    return f"{plain(sub)}: {text[:1].lower()}{text[1:]}" if sub else text


A, M, N = Declared, Menu, Needs

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "": "&As its kind",
        "claim": "&Rust",
        "deb": "&Ochre",
        "note": "&Yellow",
        "ent": "&Moss",
        "sup": "&Green",
        "med": "&Teal",
        "sat": "&Blue",
        "sta": "&Violet",
        "evt": "&Plum",
        "doc": "&Slate",
    }
)
"""The colours that a card or frame can be given: a token of the theme, and what people read."""

ALSO: Mapping[str, str] = MappingProxyType(
    {
        "export": "png jpeg jpg svg pdf poster print image screenshot save as",
        "export_again": "repeat last picture",
        "add_files": "import upload attach intake",
        "add_folder": "import directory upload attach intake",
        "add_address": "url link capture archive web page",
        "capture_details": "url archive web page saved tool method",
        "add_frame": "group section container box",
        "add_note": "sticky post-it comment",
        "add_board": "canvas page sheet whiteboard",
        "link_selected": "connect edge arrow relation",
        "retype_links": "relationship",
        "straighten": "remove waypoints bends",
        "duplicate": "clone",
        "compare_files": "before after swipe blink difference align overlay",
        "open_file": "image picture viewer pdf zoom",
        "remove": "hide erase",
        "fit_all": "zoom to fit overview",
        "fit_selection": "zoom to selection",
        "zoom_reset": "100 %",
        "filter": "showcase fade hide dim",
        "look_further": "focus expand neighbours neighborhood hops",
        "look_nearer": "focus fewer neighbours neighborhood hops",
        "show_all": "reset filter unhide",
        "saved_views": "bookmarks perspectives",
        "save_view": "bookmark perspective",
        "fold_frame": "group stack fold",
        "ungroup": "dissolve",
        "lock": "freeze",
        "toggle_map": "minimap navigator",
        "toggle_lines": "corroboration routes origins circular choke point claim provenance",
        "set_aside": "hypothetical exclude remove ignore sensitivity",
        "set_origins_aside": "hypothetical exclude source sensitivity",
        "count_all": "what if reset include",
        "toggle_left": "sidebar panel tree",
        "toggle_right": "sidebar panel properties",
        "tidy_right": "auto layout arrange hierarchical dagre",
        "tidy_down": "auto layout arrange hierarchical tree",
        "tidy_time": "timeline chronology",
        "tidy_around": "radial layout",
        "view_timeline": "chronology time dates",
        "view_map": "geography places coordinates",
        "view_table": "grid list spreadsheet rows csv",
        "view_matrix": "ach hypotheses diagnosticity analysis",
        "view_elements": "coverage parts gaps",
        "fill_view": "maximise maximize full",
        "grade_item": "rate score admiralty",
        "grade_source": "rate score admiralty",
        "write_verdict": "rating conclusion ruling likelihood confidence review sign off",
        "verify": "integrity check hash",
        "settings": "preferences options theme language",
        "shortcuts": "hotkeys cheat sheet",
        **{f"colour_{name or 'none'}": "accent color" for name in COLOURS},
    }
)
"""Words by which people look for an action who come from other programs, in English."""

ACTIONS: tuple[Declared, ...] = (
    A("new", "&New case…", M.CASE, ("Ctrl+N",), "new_case", N.NOTHING),
    A("open", "&Open…", M.CASE, ("Ctrl+O",), "open", N.NOTHING),
    A("example", "Open the e&xample case", M.CASE, (), "", N.NOTHING),
    A("save_copy", "&Save a copy…", M.CASE, ("Ctrl+Shift+S",), "save_copy", apart=True),
    A("export", "&Board picture…", M.CASE, ("Ctrl+E",), "export", sub=Sub.EXPORT),
    A("export_again", "Export &again", M.CASE, ("Ctrl+Alt+E",), "", sub=Sub.EXPORT),
    A("export_view", "&View beside the board…", M.CASE, (), "", sub=Sub.EXPORT),
    A("verify", "&Verify case…", M.CASE, (), "verify"),
    A("case_details", "Case &details", M.CASE, (), "info"),
    A("author", "Your name in the &journal…", M.CASE, (), "person", N.NOTHING),
    A("close_case", "&Close case", M.CASE, ("Ctrl+W",), "close", apart=True),
    A("quit", "&Quit", M.CASE, ("Ctrl+Q",), "", N.NOTHING),
    A("undo", "&Undo", M.EDIT, ("Ctrl+Z",), "undo", N.UNDO),
    A("redo", "&Redo", M.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", N.REDO),
    A("cut", "Cu&t", M.EDIT, ("Ctrl+X",), "cut", N.PLACED, apart=True),
    A("copy", "Cop&y", M.EDIT, ("Ctrl+C",), "copy", N.SHOWN),
    A("paste", "&Paste", M.EDIT, ("Ctrl+V",), "paste", N.WRITABLE),
    A("duplicate", "&Duplicate", M.EDIT, ("Ctrl+D",), "duplicate", N.CARDS),
    A("remove", "Take &off the board", M.EDIT, ("Del", "Backspace"), "delete", N.REMOVABLE),
    A("delete_items", "Delete from the &case…", M.EDIT, ("Shift+Del",), "", N.CHANGEABLE),
    A("select_all", "Select &all", M.EDIT, ("Ctrl+A",), "", apart=True),
    A("select_none", "Select &nothing", M.EDIT, ("Ctrl+Shift+A",), ""),
    A("edit_title", "&Edit title", M.EDIT, ("F2",), "edit", N.SELECTION),
    A("link_selected", "&Link selected…", M.EDIT, ("Ctrl+Shift+L",), "link", N.RECORDS),
    A("reverse_link", "Re&verse link", M.EDIT, (), "reverse", N.LINKS),
    A("retype_links", "Chan&ge type of link…", M.EDIT, ("Ctrl+Shift+K",), "", N.LINKS),
    A("straighten", "Straig&hten string", M.EDIT, (), "", N.LINKS),
    *(
        A(name, text, M.EDIT, keys, "verify", N.RECORDS, sub=Sub.JUDGE)
        for name, text, keys in (
            ("grade_item", "&Credibility of the item…", ("Ctrl+J",)),
            ("grade_source", "&Reliability of its source…", ("Ctrl+Shift+J",)),
        )
    ),
    A(
        "write_verdict",
        "Write &a verdict…",
        M.EDIT,
        ("Ctrl+Alt+V",),
        "edit",
        N.SELECTION,
        sub=Sub.JUDGE,
    ),
    A("sources", "&Sources and grades", M.EDIT, (), "source", sub=Sub.JUDGE),
    A("weak_points", "&Weak points", M.EDIT, (), "weak_points", sub=Sub.JUDGE),
    A("go_to_start", "Go to where the link &begins", M.EDIT, ("Alt+Home",), "arrow_left", N.LINKS),
    A("go_to_end", "Go to &where the link ends", M.EDIT, ("Alt+End",), "arrow_right", N.LINKS),
    A("find", "&Find…", M.EDIT, ("Ctrl+F",), "search", apart=True),
    A("find_next", "Find ne&xt", M.EDIT, ("F3",), ""),
    A("find_previous", "F&ind previous", M.EDIT, ("Shift+F3",), ""),
    A("palette", "Find or run a co&mmand…", M.EDIT, ("Ctrl+K",), "command", N.NOTHING),
    A("settings", "&Settings…", M.EDIT, ("Ctrl+,",), "settings", N.NOTHING, apart=True),
    A("add_claim", "&Claim", M.ADD, ("Ctrl+1",), "claim", N.WRITABLE),
    A("add_satellite_image", "&Satellite image", M.ADD, ("Ctrl+2",), "satellite_image", N.WRITABLE),
    A("add_debris_analysis", "Debris &analysis", M.ADD, ("Ctrl+3",), "debris_analysis", N.WRITABLE),
    A(
        "add_official_statement",
        "&Official statement",
        M.ADD,
        ("Ctrl+4",),
        "official_statement",
        N.WRITABLE,
    ),
    A("add_document", "&Document", M.ADD, ("Ctrl+5",), "document", N.WRITABLE),
    A("add_media", "Med&ia", M.ADD, ("Ctrl+6",), "media", N.WRITABLE),
    A("add_event", "&Event", M.ADD, ("Ctrl+7",), "event", N.WRITABLE),
    A("add_entity", "E&ntity", M.ADD, ("Ctrl+8",), "entity", N.WRITABLE),
    A("add_note", "No&te", M.ADD, ("Ctrl+9",), "note", N.WRITABLE),
    A("add_files", "Fi&les…", M.ADD, ("Ctrl+Shift+O",), "attach", N.WRITABLE, apart=True),
    A("add_folder", "Folde&r of files…", M.ADD, (), "open", N.WRITABLE),
    A("add_address", "&Web address…", M.ADD, (), "url", N.WRITABLE),
    A("capture_details", "Details of the ca&pture…", M.ADD, ("Ctrl+U",), "", N.RECORDS),
    A("change_kind", "Con&vert to another kind…", M.ADD, (), "", N.RECORDS),
    A("add_frame", "Fra&me around selection", M.ADD, ("Ctrl+G",), "frame", N.PLACED),
    A("add_board", "&Board…", M.ADD, ("Ctrl+T",), "board_add", N.WRITABLE),
    A("bring_forward", "Bring &forward", M.ARRANGE, ("Ctrl+]",), "bring_forward", N.CARDS),
    A("send_backward", "Send &backward", M.ARRANGE, ("Ctrl+[",), "send_backward", N.CARDS),
    A("bring_to_front", "Bring to f&ront", M.ARRANGE, ("Ctrl+Shift+]",), "bring_front", N.CARDS),
    A("send_to_back", "Send to bac&k", M.ARRANGE, ("Ctrl+Shift+[",), "send_back", N.CARDS),
    *(
        A(f"align_{name}", text, M.ARRANGE, keys, "", N.SEVERAL, sub=Sub.ALIGN, apart=apart)
        for name, text, keys, apart in (
            ("left", "&Left edges", ("Ctrl+Shift+Left",), True),
            ("centre", "&Centres", (), False),
            ("right", "&Right edges", ("Ctrl+Shift+Right",), False),
            ("top", "&Top edges", ("Ctrl+Shift+Up",), False),
            ("middle", "&Middles", (), False),
            ("bottom", "&Bottom edges", ("Ctrl+Shift+Down",), False),
        )
    ),
    *(
        A(name, text, M.ARRANGE, (), "", needs, sub=Sub.DISTRIBUTE)
        for name, text, needs in (
            ("distribute_across", "Equal gaps &across", N.THREE),
            ("distribute_down", "Equal gaps &down", N.THREE),
            ("stack_across", "In one &row", N.SEVERAL),
            ("stack_down", "In one &column", N.SEVERAL),
            ("pack_grid", "In a &grid", N.SEVERAL),
        )
    ),
    *(
        A(f"match_{name}", text, M.ARRANGE, (), "", N.SEVERAL, sub=Sub.SIZE)
        for name, text in (("width", "&Width"), ("height", "&Height"), ("both", "&Both"))
    ),
    *(
        A(name, text, M.ARRANGE, keys, "", needs, sub=Sub.TIDY)
        for name, text, keys, needs in (
            ("tidy_right", "By links, to the &right", ("Ctrl+Shift+T",), N.WRITABLE),
            ("tidy_down", "By links, &downwards", (), N.WRITABLE),
            ("tidy_time", "By &time, along a scale", (), N.WRITABLE),
            ("tidy_kind", "By &kind, in columns", (), N.WRITABLE),
            ("tidy_around", "&Around one card", (), N.CARDS),
        )
    ),
    A("fit_height", "&Height to content", M.ARRANGE, (), "", N.CARDS, apart=True),
    A("lock", "Lock or u&nlock", M.ARRANGE, ("Ctrl+L",), "lock", N.PLACED),
    A("pin", "&Pin or unpin", M.ARRANGE, (), "pin", N.CARDS),
    A(
        "fold_frame",
        "&Collapse or expand frame",
        M.ARRANGE,
        ("Ctrl+Shift+F",),
        "",
        N.FRAMES,
        apart=True,
    ),
    A("ungroup", "Remove fra&me, keep the cards", M.ARRANGE, ("Ctrl+Shift+G",), "", N.FRAMES),
    *(
        A(f"colour_{name or 'none'}", text, M.ARRANGE, (), "", N.PLACED, sub=Sub.COLOUR)
        for name, text in COLOURS.items()
    ),
    A("snap_others", "Snap to edges and &gaps", M.ARRANGE, (), "", N.NOTHING, apart=True),
    A("snap_grid", "Snap to the gri&d", M.ARRANGE, ("Ctrl+'",), "", N.NOTHING),
    A("zoom_in", "&In", M.VIEW, ("Ctrl++", "Ctrl+="), "zoom_in", sub=Sub.ZOOM),
    A("zoom_out", "&Out", M.VIEW, ("Ctrl+-",), "zoom_out", sub=Sub.ZOOM),
    A("zoom_reset", "&Actual size", M.VIEW, ("Ctrl+0",), "", sub=Sub.ZOOM),
    A("fit_all", "&Fit all", M.VIEW, ("Shift+1",), "fit"),
    A("fit_selection", "Fit &selection", M.VIEW, ("Shift+2",), "fit_selection", N.SELECTION),
    A("filter", "Fi&lter…", M.VIEW, ("Ctrl+Shift+H",), "filter", apart=True),
    A("look_further", "A step &further", M.VIEW, (), "", N.CARDS, sub=Sub.AROUND),
    A("look_nearer", "A step &less far", M.VIEW, (), "", N.CARDS, sub=Sub.AROUND),
    A("toggle_lines", "&Show independent lines", M.VIEW, ("Ctrl+Shift+R",), sub=Sub.AROUND),
    A(
        "set_aside",
        "&Without what is selected",
        M.VIEW,
        ("Ctrl+Shift+B",),
        sub=Sub.WHAT_IF,
        needs=N.RECORDS,
    ),
    A(
        "set_origins_aside",
        "Without all of its &origin",
        M.VIEW,
        (),
        sub=Sub.WHAT_IF,
        needs=N.RECORDS,
    ),
    A("count_all", "&Count all again", M.VIEW, (), sub=Sub.WHAT_IF),
    A("show_all", "Show ever&ything on the board", M.VIEW, ("Ctrl+Shift+U",), ""),
    A("save_view", "&Save this view…", M.VIEW, (), "", N.WRITABLE, sub=Sub.VIEWS),
    A("saved_views", "&Manage saved views…", M.VIEW, (), "", N.WRITABLE, sub=Sub.VIEWS),
    A("next_board", "&Next board", M.VIEW, ("Ctrl+PgDown",), "", apart=True),
    A("previous_board", "Pre&vious board", M.VIEW, ("Ctrl+PgUp",), ""),
    A(
        "place_elsewhere",
        "Place on &another board…",
        M.VIEW,
        (),
        "board_add",
        N.PLACED,
        sub=Sub.BOARDS,
    ),
    A(
        "open_file",
        "See files in full &quality",
        M.VIEW,
        ("Ctrl+I",),
        "eye",
        N.SELECTION,
        sub=Sub.FILES,
        apart=True,
    ),
    A(
        "compare_files",
        "Compare &2 files: swipe, blink…",
        M.VIEW,
        ("Ctrl+Alt+I",),
        "compare",
        N.SELECTION,
        sub=Sub.FILES,
    ),
    *(
        A(f"view_{name}", text, M.VIEW, (f"Alt+{n}",), name, sub=Sub.BESIDE)
        for n, name, text in (
            (1, "timeline", "&Timeline"),
            (2, "map", "&Map"),
            (3, "table", "T&able"),
            (4, "matrix", "Matrix of &competing claims"),
            (5, "elements", "&Elements of a claim"),
        )
    ),
    A("fill_view", "In the &place of the boards", M.VIEW, ("F11",), "fill", sub=Sub.BESIDE),
    A("close_view", "C&lose the views", M.VIEW, ("Alt+0",), "close", sub=Sub.BESIDE),
    A("next_part", "Ne&xt part of the window", M.VIEW, ("F6",), ""),
    A("previous_part", "&Part of the window before", M.VIEW, ("Shift+F6",), ""),
    A("go_back", "Bac&k to the board before", M.VIEW, ("Alt+PgUp", "Back"), "arrow_left"),
    A("open_board", "&Go into the board of a card", M.VIEW, (), "board_card", N.CARDS),
    A("toggle_left", "O&utline and search", M.VIEW, ("Ctrl+Shift+E",), "sidebar_left", apart=True),
    A("toggle_right", "Inspe&ctor", M.VIEW, ("Ctrl+Shift+I",), "sidebar_right"),
    A("toggle_map", "Map of the &board", M.VIEW, ("Ctrl+Shift+M",), "minimap"),
    *(
        A(f"theme_{name}", text, M.VIEW, (), picture, N.NOTHING, sub=Sub.THEME, apart=apart)
        for name, text, picture, apart in (
            ("system", "As the &system", "theme", True),
            ("light", "&Light", "theme_light", False),
            ("dark", "&Dark", "theme_dark", False),
            ("cork", "&Cork", "theme", False),
            ("print", "&Print", "theme", False),
        )
    ),
    A("shortcuts", "&Keyboard and mouse", M.HELP, ("F1", "?"), "keyboard", N.NOTHING),
    A("tour", "&Take the tour", M.HELP, (), "help", N.NOTHING),
    A("about", "&About Caseboard", M.HELP, (), "info", N.NOTHING),
)
"""All actions in the order of the menus."""


def plain(text: str) -> str:
    """What people read, without the mark for the keyboard letter.

    >>> plain("&New case…"), plain("&Undo Rename “Q&&A”")
    ('New case…', 'Undo Rename “Q&A”')
    """
    return re.sub("&(&?)", r"\1", text)
