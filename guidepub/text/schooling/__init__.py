"""Education: its levels, and statements about which ones an occupation requires."""
