-- target: mysql-5.7
START GROUP_REPLICATION USER = 'repl'
