//! Channels and binary logs: CHANGE, START, STOP, RESET and SHOW.

use super::node::{node, word_node};
use super::{Account, Number, Secret, Text, VariableName};
use crate::server::ChannelOptionName;
use crate::source::Span;

word_node! {
    /// Which of two words for the same thing was written.
    pub enum Spelling {
        /// `MASTER`, `SLAVE`
        Legacy,
        /// `SOURCE`, `REPLICA`, `BINARY LOGS`
        Current,
    }
}

node! {
    /// `CHANGE MASTER TO`, `CHANGE REPLICATION SOURCE TO`
    pub struct ChangeSource<'s> {
        /// All of it.
        span: Span,
        /// CHANGE MASTER or CHANGE REPLICATION SOURCE.
        spelling: Spelling,
        /// Where MASTER or REPLICATION SOURCE stands.
        word: Span,
        /// MariaDB's connection name, before TO.
        connection: Option<Text<'s>>,
        /// The options, in their order.
        options: Vec<ChannelOption<'s>>,
        /// `FOR CHANNEL 'name'`
        channel: Option<Text<'s>>,
    }
}

impl<'s> ChangeSource<'s> {
    /// The option as it counts: the last of this name.
    pub fn last(&self, name: ChannelOptionName) -> Option<&ChannelOption<'s>> {
        self.options.iter().rfind(|option| option.name == name)
    }

    /// The channel or connection that is named.
    pub fn channel_name(&self) -> Option<&Text<'s>> {
        self.connection.as_ref().or(self.channel.as_ref())
    }

    /// The text to take out so that some options are gone, commas included; nothing if none would be left.
    pub(crate) fn without(&self, is_gone: impl Fn(&ChannelOption<'s>) -> bool) -> Vec<Span> {
        let options = &self.options;
        let mut gone = Vec::new();
        let mut at = 0;
        while at < options.len() {
            let behind =
                options[at..].iter().position(|option| !is_gone(option)).map_or(options.len(), |kept| at + kept);
            match (at.checked_sub(1), options.get(behind)) {
                _ if behind == at => {}
                (_, Some(next)) => gone.push(Span::new(options[at].span.start, next.span.start)),
                (Some(kept), None) => gone.push(Span::new(options[kept].span.end, options[behind - 1].span.end)),
                (None, None) => return Vec::new(),
            }
            at = behind.max(at + 1);
        }
        gone
    }
}

node! {
    /// `MASTER_HOST = 'db1'`
    pub struct ChannelOption<'s> {
        /// All of it.
        span: Span,
        /// Where its name stands.
        name_span: Span,
        /// Which option.
        name: ChannelOptionName,
        /// The `MASTER_` or the `SOURCE_` name.
        spelling: Spelling,
        /// Its value.
        value: ChannelValue<'s>,
    }
}

impl ChannelOption<'_> {
    /// Its name as it is written here, in capitals.
    pub fn word(&self) -> &'static str {
        self.spelling.word_of(self.name)
    }
}

impl Spelling {
    /// The name of an option in this spelling, or its only one.
    pub fn word_of(self, name: ChannelOptionName) -> &'static str {
        let legacy = name.legacy().filter(|_| self == Spelling::Legacy);
        legacy.unwrap_or(name.current())
    }
}

node! {
    /// The value of a channel option.
    pub enum ChannelValue<'s> {
        /// A string.
        Text(Text<'s>),
        /// The password.
        Secret(Secret<'s>),
        /// A number; for a switch 0 is off and any other integer part on.
        Number(Number<'s>),
        /// `NULL`
        Null(Span),
        /// MariaDB's `DEFAULT`
        Default(Span),
        /// A list of server or domain ids.
        Ids(Vec<Number<'s>>),
        /// PRIVILEGE_CHECKS_USER
        Account(Box<Account<'s>>),
        /// A word of the option's own: `STREAM`, `LOCAL`, `SLAVE_POS`, `TRUE`.
        Word(WordValue<'s>),
        /// A template puts the value here.
        Placeholder(Text<'s>),
    }
}

node! {
    /// A word as the value of an option.
    pub struct WordValue<'s> {
        /// Where it stands.
        span: Span,
        /// The word; compared without letter case.
        word: Keyword<'s>,
    }
}

/// A word of the grammar as it was written; equal in any letter case.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Keyword<'s>(pub std::borrow::Cow<'s, str>);

impl Keyword<'_> {
    /// Whether it is this word, in any letter case.
    pub fn is(&self, word: &str) -> bool {
        self.0.eq_ignore_ascii_case(word)
    }
}

impl super::Node for Keyword<'_> {
    type Owned = Keyword<'static>;
    fn into_owned(self) -> Keyword<'static> {
        Keyword(std::borrow::Cow::Owned(self.0.into_owned()))
    }
    fn same(&self, other: &Self) -> bool {
        self.is(&other.0)
    }
    fn walk<V: super::Visit + ?Sized>(&self, _: &mut V) {}
}

impl super::Node for ChannelOptionName {
    type Owned = ChannelOptionName;
    fn into_owned(self) -> Self {
        self
    }
    fn same(&self, other: &Self) -> bool {
        self == other
    }
    fn walk<V: super::Visit + ?Sized>(&self, _: &mut V) {}
}

node! {
    /// `CHANGE REPLICATION FILTER`
    pub struct ChangeReplicationFilter<'s> {
        /// All of it.
        span: Span,
        /// The rules, in their order.
        rules: Vec<FilterRule<'s>>,
        /// `FOR CHANNEL 'name'`
        channel: Option<Text<'s>>,
    }
}

node! {
    /// `REPLICATE_DO_DB = (db1, db2)`
    pub struct FilterRule<'s> {
        /// All of it.
        span: Span,
        /// Which rule.
        kind: FilterKind,
        /// What it lists.
        values: FilterValues<'s>,
    }
}

word_node! {
    /// The seven rules.
    pub enum FilterKind {
        /// `REPLICATE_DO_DB`
        DoDb,
        /// `REPLICATE_IGNORE_DB`
        IgnoreDb,
        /// `REPLICATE_DO_TABLE`
        DoTable,
        /// `REPLICATE_IGNORE_TABLE`
        IgnoreTable,
        /// `REPLICATE_WILD_DO_TABLE`
        WildDoTable,
        /// `REPLICATE_WILD_IGNORE_TABLE`
        WildIgnoreTable,
        /// `REPLICATE_REWRITE_DB`
        RewriteDb,
    }
}

node! {
    /// The list of a filter rule.
    pub enum FilterValues<'s> {
        /// Databases.
        Databases(Vec<Text<'s>>),
        /// Tables.
        Tables(Vec<FilterTable<'s>>),
        /// Patterns of `db.table`.
        Patterns(Vec<Text<'s>>),
        /// Pairs of databases.
        Rewrites(Vec<Rewrite<'s>>),
    }
}

node! {
    /// `db.table`
    pub struct FilterTable<'s> {
        /// All of it.
        span: Span,
        /// The database.
        database: Text<'s>,
        /// The table.
        table: Text<'s>,
    }
}

node! {
    /// `(from, to)`
    pub struct Rewrite<'s> {
        /// All of it.
        span: Span,
        /// The database on the source.
        from: Text<'s>,
        /// The database on the replica.
        to: Text<'s>,
    }
}

node! {
    /// `START REPLICA`, `START SLAVE`, MariaDB's `START ALL SLAVES`
    pub struct StartReplica<'s> {
        /// All of it.
        span: Span,
        /// SLAVE or REPLICA.
        spelling: Spelling,
        /// Where that word stands.
        word: Span,
        /// MariaDB's `ALL`.
        all: Option<Span>,
        /// MariaDB's connection name.
        connection: Option<Text<'s>>,
        /// The threads; none means all. MariaDB's empty elements are left out.
        threads: Vec<ThreadType<'s>>,
        /// `UNTIL …`
        until: Vec<UntilCondition<'s>>,
        /// `USER = 'name'`
        user: Option<Text<'s>>,
        /// `PASSWORD = 'text'`
        password: Option<Secret<'s>>,
        /// `DEFAULT_AUTH = 'plugin'`
        default_auth: Option<Text<'s>>,
        /// `PLUGIN_DIR = 'path'`
        plugin_dir: Option<Text<'s>>,
        /// `FOR CHANNEL 'name'`
        channel: Option<Text<'s>>,
    }
}

node! {
    /// `STOP REPLICA`, `STOP SLAVE`, MariaDB's `STOP ALL SLAVES`
    pub struct StopReplica<'s> {
        /// All of it.
        span: Span,
        /// SLAVE or REPLICA.
        spelling: Spelling,
        /// Where that word stands.
        word: Span,
        /// MariaDB's `ALL`.
        all: Option<Span>,
        /// MariaDB's connection name.
        connection: Option<Text<'s>>,
        /// The threads; none means all. MariaDB's empty elements are left out.
        threads: Vec<ThreadType<'s>>,
        /// `FOR CHANNEL 'name'`
        channel: Option<Text<'s>>,
    }
}

node! {
    /// `IO_THREAD`
    pub struct ThreadType<'s> {
        /// Where it stands.
        span: Span,
        /// Which thread.
        thread: ReplicaThread,
        /// The word that was used: there are two for the receiver.
        word: Keyword<'s>,
    }
}

word_node! {
    /// A thread of a replica.
    pub enum ReplicaThread {
        /// `IO_THREAD`, `RELAY_THREAD`
        Receiver,
        /// `SQL_THREAD`
        Applier,
    }
}

node! {
    /// `SOURCE_LOG_FILE = 'binlog.000001'`
    pub struct UntilCondition<'s> {
        /// All of it.
        span: Span,
        /// Where its name stands.
        name_span: Span,
        /// Which one.
        kind: UntilKind,
        /// The `MASTER_` or the `SOURCE_` name.
        spelling: Spelling,
        /// Its value; none for SQL_AFTER_MTS_GAPS.
        value: Option<ChannelValue<'s>>,
    }
}

word_node! {
    /// Where replication stops again.
    pub enum UntilKind {
        /// `SOURCE_LOG_FILE`, `MASTER_LOG_FILE`
        SourceLogFile,
        /// `SOURCE_LOG_POS`, `MASTER_LOG_POS`
        SourceLogPos,
        /// `RELAY_LOG_FILE`
        RelayLogFile,
        /// `RELAY_LOG_POS`
        RelayLogPos,
        /// `SQL_BEFORE_GTIDS`
        SqlBeforeGtids,
        /// `SQL_AFTER_GTIDS`
        SqlAfterGtids,
        /// `SQL_AFTER_MTS_GAPS`
        SqlAfterMtsGaps,
        /// MariaDB's `MASTER_GTID_POS`
        MasterGtidPos,
        /// MariaDB's `MASTER_USE_GTID`: parsed, but never a condition
        UseGtid,
        /// MariaDB's `MASTER_DEMOTE_TO_SLAVE`: parsed, but never a condition
        DemoteToReplica,
    }
}

node! {
    /// `RESET …, …`
    pub struct Reset<'s> {
        /// All of it.
        span: Span,
        /// What is reset.
        items: Vec<ResetItem<'s>>,
    }
}

node! {
    /// One thing that RESET resets.
    pub struct ResetItem<'s> {
        /// All of it.
        span: Span,
        /// Which one.
        what: ResetWhat<'s>,
    }
}

node! {
    /// What RESET resets.
    pub enum ResetWhat<'s> {
        /// `REPLICA ['name'] [ALL] [FOR CHANNEL 'name']`
        Replica {
            /// SLAVE or REPLICA.
            spelling: Spelling,
            /// Where that word stands.
            word: Span,
            /// MariaDB's connection name.
            connection: Option<Text<'s>>,
            /// `ALL`
            all: Option<Span>,
            /// `FOR CHANNEL 'name'`
            channel: Option<Text<'s>>,
        },
        /// `MASTER [TO n]`, `BINARY LOGS AND GTIDS [TO n]`
        BinaryLogs {
            /// MASTER or BINARY LOGS AND GTIDS.
            spelling: Spelling,
            /// Where these words stand.
            word: Span,
            /// The number of the first file.
            to: Option<Number<'s>>,
        },
        /// `QUERY CACHE`
        QueryCache,
        /// MySQL's `PERSIST [[IF EXISTS] name]`, which stands alone
        Persist {
            /// `IF EXISTS`
            if_exists: Option<Span>,
            /// The variable; none means all.
            variable: Option<VariableName<'s>>,
        },
    }
}

node! {
    /// `SHOW REPLICA STATUS`, `SHOW SLAVE STATUS`, MariaDB's `SHOW ALL SLAVES STATUS`
    pub struct ShowReplicaStatus<'s> {
        /// All of it.
        span: Span,
        /// SLAVE or REPLICA.
        spelling: Spelling,
        /// Where that word stands.
        word: Span,
        /// MariaDB's `ALL`.
        all: Option<Span>,
        /// MariaDB's connection name.
        connection: Option<Text<'s>>,
        /// `NONBLOCKING`
        nonblocking: Option<Span>,
        /// `FOR CHANNEL 'name'`
        channel: Option<Text<'s>>,
    }
}

word_node! {
    /// `SHOW MASTER STATUS` and the newer words for it.
    pub enum BinaryLogStatus {
        /// `MASTER STATUS`
        Master,
        /// `BINARY LOG STATUS`: MySQL 8.2
        BinaryLog,
        /// `BINLOG STATUS`: MariaDB 10.5.2
        Binlog,
    }
}

node! {
    /// `SHOW BINARY LOG STATUS`
    pub struct ShowBinaryLogStatus {
        /// All of it.
        span: Span,
        /// The words that were used.
        form: BinaryLogStatus,
        /// Where they stand, without STATUS.
        word: Span,
    }
}

word_node! {
    /// `SHOW REPLICAS` and the other words for it.
    pub enum ReplicaHosts {
        /// `SLAVE HOSTS`
        SlaveHosts,
        /// `REPLICA HOSTS`: MariaDB 10.5.1
        ReplicaHosts,
        /// `REPLICAS`: MySQL 8.0.22
        Replicas,
    }
}

node! {
    /// `SHOW REPLICAS`
    pub struct ShowReplicas {
        /// All of it.
        span: Span,
        /// The words that were used.
        form: ReplicaHosts,
        /// Where they stand.
        word: Span,
    }
}
