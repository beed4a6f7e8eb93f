SET sql_mode = '', ROLE reader, PASSWORD FOR repl = '*AAA', @a := 1
