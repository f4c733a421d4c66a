"""Where sentences end, what stands in quotation marks, and which signs call notes."""
