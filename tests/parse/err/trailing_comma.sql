DROP USER a, b,
