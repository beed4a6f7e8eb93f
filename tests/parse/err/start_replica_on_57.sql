-- target: mysql-5.7
START REPLICA
