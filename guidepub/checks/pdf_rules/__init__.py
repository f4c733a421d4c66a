"""What is asked of a PDF: a module for each subject, a function for each rule."""
