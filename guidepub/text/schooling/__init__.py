"""The schooling of people in an occupation: levels of education, and what is asked of whom."""
