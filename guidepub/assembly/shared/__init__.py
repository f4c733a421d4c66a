"""What all parts of one book share: its facts in words, its sources as they are cited, its pictures."""
