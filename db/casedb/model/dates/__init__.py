"""What `FuzzyDate` is made of: dates and ranges, reading them, wording them, and their order."""
