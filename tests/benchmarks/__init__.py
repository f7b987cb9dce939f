"""Ratios of speed and memory against a floor measured in the same run."""
