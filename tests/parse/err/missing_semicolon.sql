GRANT USAGE ON *.* TO 'app'@'%'
GRANT SELECT ON shop.* TO 'app'@'%'
