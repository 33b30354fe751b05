"""The command line: everything here works with no display.

    caseboard [FILE]                     open the window
    caseboard new PATH [--title T]       make an empty case
    caseboard example PATH               write the example case
    caseboard info PATH [--json]         what a case holds
    caseboard import CASE FILE ... [--preview] [--json]
                                         take in files, folders and bags, with a report; of graphs
                                         (.graphml) and diagrams of Aleph (.vis, .ftm) also what
                                         they tell of
    caseboard import NEW BAG             make a case of the one that a bag holds
    caseboard export PATH --png OUT ... [--note]
                                         draw a board
    caseboard export PATH --csv OUT      write the case as tables
    caseboard export PATH --graphml OUT --gexf OUT [--board NAME]
                                         write the case as a graph, placed as on a board
    caseboard export PATH --bag OUT [--note]
                                         the case with its files and their custody as a BagIt bag
    caseboard verify PATH [--note] [--rebuild-search] [--json]
                                         recompute every hash of a case, or of a bag and what it holds
    caseboard log PATH [--item ID | --artifact SHA256 | --custody] [--json]
                                         the journal, what was done to one thing, or to files
    caseboard expunge PATH SHA256 --reason R
                                         let the bytes of a file go, for a reason that stays
    caseboard check PATH [--json]        the sun of every satellite image
    caseboard claims PATH [--json]       what every claim rests on, and what has no evidence
    caseboard weak-points PATH [--json]  what a careful editor would ask
    caseboard matrix PATH [--csv OUT]    competing claims against the evidence
    caseboard snapshot CASE [NAME] [--note N] [--json]
                                         give the present moment a name, or list those that have one
    caseboard diff A B [--json]          what differs between two moments, or two copies

Exit codes: 0 done, 1 it could not be done (`verify`: something was found), 2 the words of the call
are not understood (`verify`: the file cannot be read), 3 the answer could not be written, 4 `verify`
found everything sound and could not do what was asked for besides. Sentences about trouble go to
standard error.
"""

from __future__ import annotations

from caseboard.cli.calling import COMMANDS, build_parser, fault_of, main
from caseboard.cli.saying import complain

__all__ = ["COMMANDS", "build_parser", "complain", "fault_of", "main"]
