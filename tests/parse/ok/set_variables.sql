SET @old = @@SESSION.sql_mode, GLOBAL hot.key_buffer_size = 1024, SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI'), sql_log_bin = OFF, @p = 'example', @@max_connections = DEFAULT
