"""Giving up what decoding does not need: files, connections, other programs, memory, time.

Everything is given up for good, by the process that calls. What a system does not have is left out:
Windows and macOS know no filter of system calls, Windows no limits.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
import sys

CPU = 8
"""Seconds of the processor for one picture."""

_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUALS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001
"""SECCOMP_RET_ALLOW, and SECCOMP_RET_ERRNO with EPERM."""

_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The names that seccomp(2) has for them: AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64."""

_REFUSED = {
    "x86_64": """
        open=2 socket=41 connect=42 sendto=44 bind=49 listen=50 fork=57 vfork=58 execve=59
        kill=62 truncate=76 rename=82 mkdir=83 rmdir=84 creat=85 link=86 unlink=87 symlink=88
        chmod=90 chown=92 ptrace=101 mount=165 tkill=200 keyctl=250 openat=257 mkdirat=258
        unlinkat=263 renameat=264 linkat=265 symlinkat=266 fchmodat=268 process_vm_readv=310
        process_vm_writev=311 renameat2=316 memfd_create=319 bpf=321 execveat=322
        io_uring_setup=425 openat2=437
    """,
    "aarch64": """
        mkdirat=34 unlinkat=35 symlinkat=36 linkat=37 renameat=38 mount=40 truncate=45
        fchmodat=53 openat=56 ptrace=117 kill=129 tkill=130 socket=198 bind=200 listen=201
        connect=203 sendto=206 keyctl=219 execve=221 process_vm_readv=270 process_vm_writev=271
        renameat2=276 memfd_create=279 bpf=280 execveat=281 io_uring_setup=425 openat2=437
    """,
}
"""The numbers of the system calls by which something outside could be read, changed or run."""

_X32 = 0x40000000
"""From here on x86_64 has every call once more, under another number."""


def confine(memory: int) -> None:
    """Give up all but what is open, and memory beyond so many bytes of address space."""
    with contextlib.suppress(ImportError):
        import resource

        if sys.platform != "darwin":
            # There it is not kept to.
            _lower(resource.RLIMIT_AS, memory)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_CORE, 0)
        # Standard input, output and error are what it has.
        _lower(resource.RLIMIT_NOFILE, 3)
    if sys.platform == "linux":
        _filter_calls()


def allow_time(seconds: int = CPU) -> None:
    """Let the processor work so many seconds from now on, and not longer."""
    with contextlib.suppress(ImportError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        soon = int(used.ru_utime + used.ru_stime) + seconds + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soon, most))


def _lower(limit: int, to: int) -> None:
    import resource

    _, most = resource.getrlimit(limit)
    allowed = to if most == resource.RLIM_INFINITY else min(to, most)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(limit, (allowed, allowed))


class _Program(ctypes.Structure):
    """A `struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def _filter_calls() -> None:
    """Let the kernel refuse the calls in `_REFUSED`, where it can."""
    machine = os.uname().machine
    if machine not in _MACHINES:
        return
    control = ctypes.CDLL(None, use_errno=True).prctl
    if control(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return
    code = _filter(machine)
    program = _Program(len(code) // 8, code)
    control(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)


def _filter(machine: str) -> bytes:
    """The filter as instructions of the Berkeley Packet Filter, for seccomp(2)."""
    numbers = [int(each.partition("=")[2]) for each in _REFUSED[machine].split()]
    steps = [
        (_LOAD, 0, 0, 4),
        # Calls in the manner of another machine have other numbers: none is let through.
        (_EQUALS, 0, len(numbers) + 3, _MACHINES[machine]),
        (_LOAD, 0, 0, 0),
        (_AT_LEAST, len(numbers) + 1, 0, _X32),
    ]
    # Each jumps to the refusal, which stands behind the leave to go on.
    steps += [(_EQUALS, len(numbers) - n, 0, number) for n, number in enumerate(numbers)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
