-- Makes db2 a replica of db1. Three things in it are wrong for MySQL 8.4.

-- On db1:
CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY 'example-password' REQUIRE SSL;
GRANT REPLICATION SLAVE ON *.* TO repl@10.0.0.%;

-- On db2:
CHANGE REPLICATION SOURCE TO
  SOURCE_HOST = 'db1.example.com',
  SOURCE_USER = 'repl',
  SOURCE_PASSWORD = 'example-password'
  SOURCE_SSL = 1,
  SOURCE_AUTO_POSITION = 1;

START SLAVE;
