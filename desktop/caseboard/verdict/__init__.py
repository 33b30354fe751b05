"""The window in which verdicts are written, compared and signed off."""
