CREATE USER ‘repl’@‘%’ IDENTIFIED BY ‘example’
