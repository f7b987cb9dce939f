"""The report window: choices at the left, the printed pages in the middle, what wants care and what is said at the right."""
