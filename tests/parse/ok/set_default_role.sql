SET DEFAULT ROLE ALL TO app, 'other'@'localhost'
