CREATE USER 'app'@'%'
  IDENTIFIED BY 'example
  REQUIRE SSL;


-- Then:


GRANT SELECT
  ON app.*
  TO 'app';
