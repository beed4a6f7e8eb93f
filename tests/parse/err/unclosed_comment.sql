CREATE USER app /* for the shop
