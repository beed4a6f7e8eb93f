START REPLICA SQL_THREAD UNTIL SQL_AFTER_GTIDS = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee:1-5', RELAY_LOG_POS = 4 USER = 'repl' PASSWORD = 'example' FOR CHANNEL 'east'
