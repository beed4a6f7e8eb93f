GRANT {{ privileges }} TO {{ account }} {{ extra }};
CHANGE REPLICATION SOURCE TO
  {% if tls %}
  SOURCE_SSL = 1,
  {% endif %}
  SOURCE_HOST = '{{ hosts['db1']['ip'] }}', SOURCE_PORT = 3306;
ALTER USER 'app'@'%' WITH ${limits};
CREATE USER 'app'@'%' IDENTIFIED BY '<%= node['app']["password"] %>' REQUIRE SSL;
