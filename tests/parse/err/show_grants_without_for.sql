SHOW GRANTS 'repl'@'localhost'
