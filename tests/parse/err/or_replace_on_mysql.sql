-- target: mysql-8.4
CREATE OR REPLACE USER app
