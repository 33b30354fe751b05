"""The cage: a process of its own in which alone the bytes of a case are decoded.

A picture may be made to hang or crash what decodes it. So nothing is decoded in the process of the
window or of a script: `Cage` sends the bytes to a child that can open no file and no connection and
has bounds on memory and time, and is killed and started anew where it breaks them.

`cage` is this side of the wall, `wire` what passes through it; `child`, `confinement`, `pictures` and
`metadata` are the other side, and are imported there alone.
"""
