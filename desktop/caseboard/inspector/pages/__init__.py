"""The pages of the inspector: one for each sort of thing that can be selected."""
