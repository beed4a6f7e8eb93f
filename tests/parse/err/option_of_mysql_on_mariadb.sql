-- target: mariadb-11.8
CHANGE MASTER TO MASTER_HOST = 'db1.example.com', MASTER_AUTO_POSITION = 1
