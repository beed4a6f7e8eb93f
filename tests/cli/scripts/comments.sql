-- one
# two
/* three */
