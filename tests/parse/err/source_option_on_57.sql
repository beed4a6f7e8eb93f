-- target: mysql-5.7
CHANGE MASTER TO SOURCE_HOST = 'db1.example.com'
