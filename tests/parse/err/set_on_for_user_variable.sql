SET @a = ON
