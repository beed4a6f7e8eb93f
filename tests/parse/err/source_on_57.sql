-- target: mysql-5.7
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com'
