GRANT reader, 'writer'@'%' TO app WITH ADMIN OPTION
