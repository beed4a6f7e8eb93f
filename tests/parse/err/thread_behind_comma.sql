-- target: mysql-8.4
START REPLICA IO_THREAD,
