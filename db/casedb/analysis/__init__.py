"""What can be worked out from a case and is never stored as if somebody had found it."""
