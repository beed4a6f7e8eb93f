-- target: mysql-5.7
SET PERSIST max_connections = 100
