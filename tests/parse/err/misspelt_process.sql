-- target: mysql-5.7, mariadb-10.11
GRANT SELECT, PROCES ON *.* TO app
