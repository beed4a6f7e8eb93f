CREATE USER repl@ 'db1'
