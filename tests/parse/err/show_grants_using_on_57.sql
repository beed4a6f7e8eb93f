-- target: mysql-5.7
SHOW GRANTS FOR app USING reader
