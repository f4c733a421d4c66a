"""What does not belong in a guide: code, drafts, legal matter, the frames of web sites."""
