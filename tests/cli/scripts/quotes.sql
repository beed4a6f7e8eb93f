CREATE USER "app"@"%" IDENTIFIED BY "example";
