-- target: mysql-8.4
CHANGE MASTER TO MASTER_HOST = 'db1.example.com'
