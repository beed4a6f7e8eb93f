SHOW GRANTS FOR 'app'@'10.0.0.%' USING reader, 'writer'@'%'
