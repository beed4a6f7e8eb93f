START GROUP_REPLICATION USER = 'repl', PASSWORD = 'example', DEFAULT_AUTH = 'caching_sha2_password'
