-- target: mysql-5.7
CREATE ROLE reader
