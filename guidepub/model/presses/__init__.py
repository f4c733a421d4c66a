"""Files for presses: the settings for them, and the requirements of each printer."""
