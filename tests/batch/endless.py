"""A module that is never done loading."""

import time

time.sleep(3600)
