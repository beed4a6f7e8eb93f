-- target: mariadb-10.11
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com'
