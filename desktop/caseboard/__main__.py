"""The entry point: one of the commands, or the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Start; the exit code comes back."""
    from caseboard import cli

    arguments = sys.argv[1:]
    wants_command = bool(arguments) and (
        arguments[0] in cli.COMMANDS or arguments[0].startswith("-")
    )
    if wants_command and arguments[0] != "--":
        return cli.main(arguments)
    words = arguments[1:] if arguments[:1] == ["--"] else arguments
    if fault := cli.fault_of(words):
        cli.complain(fault)
        return 2
    # Imported late: a command must not pay for the window.
    from caseboard.app import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
