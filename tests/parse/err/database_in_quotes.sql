GRANT SELECT ON 'shop'.* TO app
