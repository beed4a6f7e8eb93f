-- target: mariadb-10.11
SHOW REPLICAS
