//! Whether a certificate is one of a host: OpenSSL's `X509_check_host` and `X509_check_ip`, without flags.

use std::net::IpAddr;

use super::Certificate;

impl Certificate {
    /// Whether it names what a channel connects to: an address by [`names_ip`](Self::names_ip), anything else by
    /// [`names_host`](Self::names_host). So does MySQL.
    pub fn names(&self, host: &str) -> bool {
        match host.parse() {
            Ok(ip) => self.names_ip(ip),
            Err(_) => self.names_host(host),
        }
    }

    /// Whether one of its DNS names is this host; only if it has none, whether a common name is.
    ///
    /// A name may begin with a label `*`, or one that begins or ends with it: it stands for one label, or for a part of one.
    pub fn names_host(&self, host: &str) -> bool {
        let names = if self.dns_names.is_empty() { self.subject().common_names() } else { &self.dns_names };
        names.iter().any(|name| matches(name.as_bytes(), host.as_bytes()))
    }

    /// Whether one of its addresses is this. An address among the DNS names or in the common name does not count.
    pub fn names_ip(&self, ip: IpAddr) -> bool {
        self.ip_addresses.contains(&ip)
    }
}

fn matches(pattern: &[u8], host: &[u8]) -> bool {
    // To OpenSSL a host `.x` is any one below x; names of hosts do not begin so.
    if host.len() > 1 && host[0] == b'.' {
        return pattern
            .get(pattern.len().saturating_sub(host.len())..)
            .is_some_and(|end| end.eq_ignore_ascii_case(host));
    }
    match star(pattern) {
        Some(at) => matches_star(&pattern[..at], &pattern[at + 1..], host),
        None => pattern.eq_ignore_ascii_case(host),
    }
}

fn is_idna(label: &[u8]) -> bool {
    label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"xn--"))
}

/// Where the one star of a pattern is that may stand for something: in the first label, at its start or end, two labels behind it.
fn star(pattern: &[u8]) -> Option<usize> {
    let labels: Vec<&[u8]> = pattern.split(|byte| *byte == b'.').collect();
    let is_plain = |label: &[u8]| {
        let inner = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        !label.is_empty() && label.iter().all(inner) && label[0] != b'-' && !label.ends_with(b"-")
    };
    let (first, rest) = labels.split_first()?;
    let at = first.iter().position(|byte| *byte == b'*')?;
    let around = [&first[..at], &first[at + 1..]];
    let is_at_an_end = around.iter().any(|part| part.is_empty());
    // A hyphen may stand behind the star, not at either end of what is written.
    let letters = around.concat();
    let inner = letters.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    let has_bad_hyphen = around[0].starts_with(b"-") || around.iter().any(|part| part.ends_with(b"-"));
    let is_first_fit = is_at_an_end && inner && !has_bad_hyphen && !is_idna(around[0]);
    (is_first_fit && rest.len() >= 2 && rest.iter().all(|label| is_plain(label))).then_some(at)
}

fn matches_star(before: &[u8], behind: &[u8], host: &[u8]) -> bool {
    let Some(len) = host.len().checked_sub(before.len() + behind.len()) else { return false };
    let (start, rest) = host.split_at(before.len());
    let (middle, end) = rest.split_at(len);
    if !start.eq_ignore_ascii_case(before) || !end.eq_ignore_ascii_case(behind) {
        return false;
    }
    let is_whole_label = before.is_empty() && behind.starts_with(b".");
    if is_whole_label && middle.is_empty() || !is_whole_label && is_idna(host) {
        return false;
    }
    middle == b"*" || middle.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}
