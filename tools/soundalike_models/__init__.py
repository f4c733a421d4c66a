"""Learns which of words that sound alike fits, and writes `guidepub/text/weights`."""
