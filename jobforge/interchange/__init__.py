"""Files in and out: formats to Markdown and back. Everything that parses or renders a file runs in a child process."""
