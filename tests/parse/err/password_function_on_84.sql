-- target: mysql-8.4
SET PASSWORD FOR app = PASSWORD('example')
