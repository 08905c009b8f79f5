"""Tables, connections and statements of SQLite and PostgreSQL, and backups of the embedded database."""
