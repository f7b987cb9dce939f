"""What things are: the words of design and screen, with the standard library only."""
