"""What a map of a case is reckoned with: a projection, outlines of land, grids, clusters and lines."""
