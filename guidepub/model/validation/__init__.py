"""What every model is made of: frozen, of fields that several share, refused with a remedy."""
