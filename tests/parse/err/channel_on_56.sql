-- target: mysql-5.6
STOP SLAVE FOR CHANNEL 'east'
