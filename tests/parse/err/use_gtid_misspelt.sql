-- target: mariadb-10.11
CHANGE MASTER TO MASTER_USE_GTID = slavepos
