DROP USER repl@db-1.example.com
