-- target: mysql-8.4
SHOW MASTER LOGS
