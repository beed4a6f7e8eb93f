CREATE USER app IDENTIFIED BY 'example' AND IDENTIFIED WITH authentication_fido
