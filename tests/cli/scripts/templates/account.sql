CREATE USER '${APP_USER}'@'%' IDENTIFIED BY '{{ app_password }}';
GRANT SELECT ON {{ database }}.* TO '${APP_USER}'@'%';
