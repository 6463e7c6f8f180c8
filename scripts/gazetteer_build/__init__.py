"""Builds the data files of the extraction crate from well-kept packages and the lists in data/sources."""
