"""What leaves: workbooks and reports."""
