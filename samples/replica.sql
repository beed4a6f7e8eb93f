-- Makes db2 a replica of db1. Four things in it are wrong for MySQL 8.4.

-- On db1:
CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY '${REPL_PASSWORD}' REQUIRE SSL;
GRANT REPLICATION SLAVE ON *.* TO repl@10.0.0.%;

-- On db2:
CHANGE REPLICATION SOURCE TO
  SOURCE_HOST = 'db1.example.com',
  SOURCE_USER = 'repl',
  SOURCE_PASSWORD = 'example-password',
  SOURCE_SSL_CA = '/etc/mysql/ca.pem',
  SOURCE_AUTO_POSITION = 1;

START SLAVE;
