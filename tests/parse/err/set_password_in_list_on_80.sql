-- target: mysql-8.0
SET PASSWORD = 'example', sql_mode = ''
