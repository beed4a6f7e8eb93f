-- target: mysql-5.7
START SLAVE 'east'
