use super::listed::{Listed, named};
use crate::model::Channel;
use crate::rules::{Context, declare_rule};
use crate::server::ChannelOptionName as Name;
use crate::tls::{Break, Effect};

declare_rule! {
    /// SSL_CIPHER is a list that the TLS library cannot read.
    ///
    /// ## What the server does
    ///
    /// It stores the list; the replica then stops with error 2026, "Failed to set ciphers to use". The library reads up to a sign without a name, a command
    /// that it does not know, or a character that no name has, and refuses the whole list. Colons, commas, semicolons and blanks separate.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384|ECDHE-RSA-AES128-GCM-SHA256';
    /// ```
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1, SOURCE_SSL_CIPHER = 'HIGH:@SECLEVEL=9';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_SSL = 1,
    ///     SOURCE_SSL_CIPHER = 'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MariaDB 11.8.9 and 10.11.19 servers; ssl_cipher_process_rulestr of OpenSSL 1.1.1, 3.0 and 3.6.
    BrokenCipherList {
        name: "broken-cipher-list", area: Tls, severity: Error, group: Default, since: "0.1.0",
        channel: check, options: [SslCipher]
    }
}

fn check(channel: &Channel, cx: &mut Context<'_>) {
    let Some(listed) = Listed::of(channel, Name::SslCipher) else { return };
    let answers = listed.as_ciphers();
    // Where some library finds nothing in a list and another cannot read it, the newest says which it is.
    let servers = answers.wherever(|list| !list.is_accepted());
    let Some((list, broken)) = answers.newest(servers).and_then(|list| Some((list, list.broken()?))) else { return };
    let Effect::Breaks(why) = broken.effect else { return };
    let place = listed.place(broken.start, broken.text.len());
    let what = match why {
        Break::NoWord => format!("{} is a sign without a name", named(broken.text)),
        Break::Character(c) => format!("{} is in no name and separates none", named(&c.to_string())),
        Break::Command => format!("{} is no command", named(broken.text)),
    };
    let finding = cx.report(&place, format!("the cipher list cannot be read: {what}; error 2026")).on(servers);
    finding.label("the library stops here");
    match why {
        Break::Command => _ = finding.help("the commands are `@STRENGTH` and `@SECLEVEL=0` to `@SECLEVEL=5`"),
        Break::NoWord => _ = finding.help("write a name behind the sign, or leave it out"),
        Break::Character(c) => {
            finding.help("write `:` between names, `-` in them");
            let fixed = listed.text.replace(c, if c == '_' { "-" } else { ":" });
            if crate::tls::cipher_list(&fixed, list.library, servers).is_accepted() {
                finding.unsafe_fix(listed.replaced(fixed).into_iter().collect());
            }
        }
    }
}
