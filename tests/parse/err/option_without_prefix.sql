-- target: mysql-5.7
CHANGE MASTER TO HOST = 'db1.example.com'
