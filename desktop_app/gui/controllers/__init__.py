"""What happens on a click: the only part of the window that calls services."""
