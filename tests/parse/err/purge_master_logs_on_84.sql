-- target: mysql-8.4
PURGE MASTER LOGS TO 'binlog.000042'
