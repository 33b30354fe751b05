"""Where things on a board come to lie: plans in board units, by the standard library alone.

A plan knows sizes and says places; it knows nothing of cards, items or files. The same sizes and
joins give the same plan, wherever the boxes lay before.
"""
