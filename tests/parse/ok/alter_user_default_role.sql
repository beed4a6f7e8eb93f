ALTER USER app DEFAULT ROLE reader, 'writer'@'%'
