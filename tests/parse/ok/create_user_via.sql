CREATE OR REPLACE USER root@localhost IDENTIFIED VIA unix_socket OR mysql_native_password USING PASSWORD('example')
