"""What is sold: products, ISBNs, prices and what shops are to know."""
