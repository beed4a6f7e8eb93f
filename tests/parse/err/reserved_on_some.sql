-- target: mysql-5.7..9.7
CREATE USER rank
