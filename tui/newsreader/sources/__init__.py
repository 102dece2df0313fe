"""Getting articles in: files, folders, standard input, HTML."""
