"""Other ways to look at a case than its boards: in time, on a map, as a table, as a matrix."""
