"""Qt models over the frozen rows of `domain.ledger`."""
