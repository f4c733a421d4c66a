"""Text that does not belong in a guide: code, drafts, legal texts, the chrome of web sites."""
