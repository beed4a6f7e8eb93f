-- target: mysql-5.6, mysql-8.0, mariadb-10.11
CREATE USER app IDENTIFIED VIA unix_socket
