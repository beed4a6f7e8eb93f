-- target: mysql-8.4
STOP SLAVE
