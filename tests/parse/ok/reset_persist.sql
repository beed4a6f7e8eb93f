RESET PERSIST IF EXISTS hot.key_buffer_size
