"""往来: what is given to units, what came back, and the files they named."""
