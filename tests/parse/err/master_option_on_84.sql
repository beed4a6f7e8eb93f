-- target: mysql-8.4
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', MASTER_SSL_CA = '/etc/mysql/ca.pem'
