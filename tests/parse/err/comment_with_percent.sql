% the replication account
CREATE USER 'repl'@'%';
