"""PDFs, read: the marks on their pages, with faces and colours, and their text as it is read aloud."""
