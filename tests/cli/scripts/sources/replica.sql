CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_USER = 'repl',
  SOURCE_SSL = 1, SOURCE_SSL_CA = '/certs/otherca.pem' FOR CHANNEL 'signed by another';
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db2.example.com', SOURCE_USER = 'repl',
  SOURCE_SSL = 1, SOURCE_SSL_CA = '/certs/otherca.pem' FOR CHANNEL 'not known';
