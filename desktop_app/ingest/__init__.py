"""A file in, a plan out."""
