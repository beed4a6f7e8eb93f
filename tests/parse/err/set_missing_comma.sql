SET sql_mode = '' autocommit = 1
