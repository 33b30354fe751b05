"""What the hand on the board does, as small states: each gesture is one of them."""
