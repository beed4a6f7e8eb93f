-- target: mysql-8.4
SHOW BINLOG STATUS
