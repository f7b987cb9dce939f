"""What is kept: the database, its schema, and the evidence files."""
