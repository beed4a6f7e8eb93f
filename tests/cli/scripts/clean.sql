-- Nothing is wrong here.
CREATE DATABASE app;
CREATE USER 'repl'@'10.0.0.%' IDENTIFIED BY 'example' REQUIRE SSL;
GRANT REPLICATION SLAVE ON *.* TO 'repl'@'10.0.0.%';
