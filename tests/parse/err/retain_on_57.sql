-- target: mysql-5.7
ALTER USER 'app'@'%' IDENTIFIED BY 'example' RETAIN CURRENT PASSWORD
