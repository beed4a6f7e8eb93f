DROP USER 'old'@'%';
CREATE USER 'app'@'%' IDENTIFIED BY 'example;
GRANT SELECT ON app.* TO 'app'@'%';
