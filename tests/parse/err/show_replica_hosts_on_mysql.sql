-- target: mysql-5.7, mysql-8.4
SHOW REPLICA HOSTS
