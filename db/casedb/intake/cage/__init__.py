"""The cage: a process of its own in which alone the bytes of a case are decoded.

A picture may be made to hang or crash what decodes it. So nothing is decoded in the process of the
window or of a script: `Cage` sends the bytes to a child that can open no file and no connection and
has bounds on memory and time, and is killed and started anew where it breaks them.

`cage` and `enlargement` are this side of the wall, `wire` and `levels` what passes through it; all else
is the other side, and is imported there alone. `child` makes small pictures and tells what a file says
of itself; `enlarger` decodes one picture at full size and ends.
"""
