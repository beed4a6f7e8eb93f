-- target: mysql-8.4
GRANT SELECT, app_role TO reader
