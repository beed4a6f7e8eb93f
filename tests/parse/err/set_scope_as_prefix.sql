-- target: mysql-8.0
SET session.sql_mode = ''
