"""A grid with heads that stay in sight: claims by evidence, and elements by evidence."""
