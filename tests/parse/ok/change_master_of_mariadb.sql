-- target: mariadb-10.11
CHANGE MASTER 'east' TO MASTER_HOST = 'db1.example.com', MASTER_PORT = +3307, MASTER_PASSWORD = 'example', MASTER_USE_GTID = slave_pos, IGNORE_SERVER_IDS = (,7, 0x8), MASTER_DEMOTE_TO_SLAVE = true
