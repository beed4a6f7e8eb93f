-- target: mysql-8.0, mysql-8.4
ALTER USER 'app'@'10.0.0.5' /*!080019FAILED_LOGIN_ATTEMPTS 3 */
