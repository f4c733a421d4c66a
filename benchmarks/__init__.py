"""How fast guidepub is: measured on the machine at hand, beside what people use today."""
