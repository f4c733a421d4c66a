"""What every model is made of: frozen models, shared field types, and errors with remedies."""
