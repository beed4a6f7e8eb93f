-- target: mysql-8.0, mysql-8.4
GRANT SELECT ON shop.* TO app IDENTIFIED BY 'example'
