DROP USER 'a'@'h' 'b'@'h'
