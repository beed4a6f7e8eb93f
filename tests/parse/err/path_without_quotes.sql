-- target: mysql-8.4
CHANGE REPLICATION SOURCE TO SOURCE_SSL_CA = /etc/mysql/ca.pem
