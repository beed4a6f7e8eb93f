-- target: mysql-8.4
RESET MASTER
