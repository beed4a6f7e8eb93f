-- target: mysql-8.4
SHOW CREATE USER
