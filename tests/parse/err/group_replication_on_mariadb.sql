-- target: mariadb-11.4
STOP GROUP_REPLICATION
