"""A repaired text becomes a plan. `parse.parse_text` is the door; importing this package alone loads nothing.

Readers use single modules of it (`marks`, `numbers`) in processes of their own, which must start fast.
"""
