"""How Chinese official documents are built: outline, notes, dates, targets, title data."""
