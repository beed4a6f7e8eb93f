-- target: mysql-8.4
START SLAVE
