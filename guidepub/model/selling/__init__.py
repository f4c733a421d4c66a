"""What is sold: products, ISBNs, prices and records for shops."""
