GRANT BACKUP_ADMIN ON *.* TO app AS admin@localhost WITH ROLE ALL EXCEPT writer
