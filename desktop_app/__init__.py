"""Xiaohao (销号): a policy document in, a checklist that is kept, ticked and proven, reports out."""

__version__ = "0.1.0"
