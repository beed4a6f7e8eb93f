GRANT SELECT (a) ON PROCEDURE shop.report TO app
