-- target: mysql-8.4
SHOW SLAVE HOSTS
