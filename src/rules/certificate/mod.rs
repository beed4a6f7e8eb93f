//! The files that TLS options name, where they may be looked at.

use crate::model::{Channel, Denial, KnownSource, KnownTls, Outcome, PemFiles, Place, Replica, ServerOptions, Setting};
use crate::option_file::Program;
use crate::rules::{At, Context, Finding};
use crate::server::{ChannelOptionName as Name, ServerOption, ServerSet};

super::rules! {
    authorities_expired,
    auto_generated_certificate,
    capath_without_hashes,
    certificate_expired,
    certificate_for_other_host,
    encrypted_key,
    key_of_other_certificate,
    key_readable_by_all,
    missing_tls_file,
    no_common_cipher,
    no_common_protocol,
    replica_not_trusted,
    revocation_list_expired,
    source_not_trusted,
    source_requires_tls,
    source_without_tls,
    tls_file_not_pem,
    unreadable_tls_file,
    weak_certificate,
}

/// The files of one side of a connection.
pub struct TlsFiles {
    named: Vec<Named>,
    /// Those that read them.
    servers: ServerSet,
    /// The source of a channel, as far as it is known.
    source: Option<Source>,
}

/// The other side of a channel.
struct Source {
    /// The file of its certificate.
    certificate: String,
    /// As the channel calls it, if it checks that.
    host: Option<(String, At)>,
    /// Whether the channel checks who signed it.
    is_checked: bool,
}

/// A file that an option names.
struct Named {
    kind: Kind,
    /// The option as it is written.
    word: String,
    path: String,
    at: At,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Authorities,
    AuthorityDirectory,
    Certificate,
    Key,
    RevocationList,
    RevocationDirectory,
    PublicKey,
}

const KINDS: [(Name, &str, Kind); 6] = [
    (Name::SslCa, "ssl-ca", Kind::Authorities),
    (Name::SslCapath, "ssl-capath", Kind::AuthorityDirectory),
    (Name::SslCert, "ssl-cert", Kind::Certificate),
    (Name::SslKey, "ssl-key", Kind::Key),
    (Name::SslCrl, "ssl-crl", Kind::RevocationList),
    (Name::SslCrlpath, "ssl-crlpath", Kind::RevocationDirectory),
];

impl TlsFiles {
    pub(crate) fn of_channel(channel: &Channel, cx: &Context<'_>) -> Self {
        let servers = channel.servers() - channel.switch(Name::Ssl).off;
        let named = |option: Name, kind| {
            let setting = channel.value(option).given()?;
            let path = setting.text()?.into_owned();
            let word = channel.word(option).to_owned();
            Some(Named { kind, word, path, at: At::There(setting.value_place()) })
        };
        let with_tls = KINDS.into_iter().filter(|_| !servers.is_empty());
        let mut named: Vec<Named> = with_tls.filter_map(|(option, _, kind)| named(option, kind)).collect();
        // The key is looked for in the certificate's file, and the other way round: another rule says so.
        named.extend(channel.value(Name::PublicKeyPath).given().and_then(|setting| {
            Some(Named {
                kind: Kind::PublicKey,
                word: channel.word(Name::PublicKeyPath).to_owned(),
                path: setting.text()?.into_owned(),
                at: At::There(setting.value_place()),
            })
        }));
        let source = cx.files().zip(cx.source_of(channel)).filter(|_| !servers.is_empty());
        let source = source.and_then(|(files, known)| Source::of(known, channel, files));
        Self { named, servers: channel.servers(), source }
    }

    /// Of the servers and, where they differ, of the clients that read a file.
    pub(crate) fn of_option_file(file: &ServerOptions, cx: &Context<'_>) -> Vec<Self> {
        let of_program = |program: Program| {
            let mut servers = ServerSet::EMPTY;
            let mut named = Vec::new();
            for placed in file.entries() {
                let readers = file.readers(program, placed.group, cx.servers());
                let kind = KINDS.into_iter().find(|(_, known, _)| placed.prefix(known).is_some_and(|it| !it.maximum));
                let (Some((_, known, kind)), false) = (kind, readers.is_empty()) else { continue };
                let path =
                    placed.entry.text().filter(|path| !path.is_empty() && ServerOption::of_name(known).is_some());
                let is_last = readers.releases().all(|(bit, _)| {
                    let last = file.find(program, ServerSet::of_bit(bit), known);
                    last.is_some_and(|last| last.entry == placed.entry)
                });
                let Some(path) = path.filter(|_| is_last) else { continue };
                servers |= readers;
                let span = placed.entry.value.as_ref().map_or(placed.entry.name_span, |value| value.span);
                let at = At::There(file.place(span));
                named.push(Named { kind, word: known.replace('-', "_"), path: path.into_owned(), at });
            }
            Self { named, servers, source: None }
        };
        let (of_servers, mut of_clients) = (of_program(Program::Server), of_program(Program::Client));
        // A group of both is told once.
        of_clients.named.retain(|named| of_servers.named.iter().all(|other| other.at != named.at));
        [of_servers, of_clients].into_iter().filter(|files| !files.named.is_empty()).collect()
    }

    fn of_kind(&self, kind: Kind) -> Option<&Named> {
        self.named.iter().find(|named| named.kind == kind)
    }
}

impl Source {
    fn of(known: &KnownSource, channel: &Channel, files: &PemFiles) -> Option<Self> {
        let server = known.servers();
        let certificate = known.tls(server, files).certificate()?.to_owned();
        let verifies = channel.switch(Name::SslVerifyServerCert).off.is_empty();
        let has_authority =
            [Name::SslCa, Name::SslCapath].into_iter().any(|name| channel.value(name).given().is_some());
        let host = channel.value(Name::Host).given().filter(|_| verifies && has_authority);
        let host = host.and_then(|setting| Some((Setting::text(setting)?.into_owned(), At::from(setting))));
        Some(Self { certificate, host, is_checked: has_authority })
    }
}

/// How the source of a channel turns it away, by what the configuration knows of it.
struct TurnedAway {
    /// The releases of the replica on which it is so.
    servers: ServerSet,
    /// The error of the oldest.
    errno: u16,
    /// What of the channel it depends on, most telling first.
    place: Option<Place>,
    source: ServerSet,
    tls: KnownTls,
}

impl TurnedAway {
    /// For a reason. A source whose release is not known is taken to have the replica's.
    fn of(channel: &Channel, denial: Denial, cx: &Context<'_>) -> Option<Self> {
        let (files, known) = cx.files().zip(cx.source_of(channel))?;
        known.option_file.as_deref()?;
        let mut found: Option<Self> = None;
        for (bit, _) in channel.servers().releases() {
            let server = ServerSet::of_bit(bit);
            let source = if known.servers().len() == 1 { known.servers() } else { server };
            let tls = known.tls(source, files);
            let outcome = channel.start(Replica { server, library: None }, &tls.source(source), files);
            let Outcome::Fails { errno, why } = outcome else { continue };
            match &mut found {
                _ if why.denial != Some(denial) => {}
                Some(found) => found.servers |= server,
                None => {
                    let place = why.places.into_iter().next();
                    found = Some(Self { servers: server, errno, place, source, tls });
                }
            }
        }
        found
    }

    /// Reports it where the channel says what it depends on, or its host.
    fn report<'c>(
        &self,
        channel: &Channel,
        what: &str,
        options: &[&str],
        cx: &'c mut Context<'_>,
    ) -> Option<&'c mut Finding> {
        let host = || channel.setting(Name::Host).map(|setting| setting.place.clone());
        let at = self.place.clone().or_else(host)?;
        let file = self.tls.options()?;
        let placed = options.iter().find_map(|known| file.find(Program::Server, self.source, known));
        let line = placed.filter(|placed| placed.file.included_at.is_none()).map_or_else(String::new, |placed| {
            format!("line {} of ", file.origin().index().position(placed.entry.name_span.start).line)
        });
        let path = shown(&file.origin().path.to_string_lossy());
        let message = format!("{what}: error {}; see {line}its {path}", self.errno);
        let finding = cx.report(At::There(at), message);
        finding.on(self.servers);
        Some(finding)
    }
}

/// The path as a message may name it.
fn shown(path: &str) -> String {
    crate::source::visible(path).into_owned()
}
