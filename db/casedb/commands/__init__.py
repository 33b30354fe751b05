"""What can be done to a case: pure functions from the contents to a `ChangeSet`."""
