-- One of each severity, columns behind letters of two bytes, labels, fixes, and edits at a secret.
CREATE USER 'ñandú'@'%' IDENTIFIED BY 'tigerñ' ACOUNT LOCK;
GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%' IDENTIFIED BY tiger REQUIRE SSL;
CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL_CA = '/ñ/ca.pem',
  MASTER_USER = 'repl', MASTER_PASSWORD = 'tiger';
STOP SLAVE;
STOP SLAVE;
