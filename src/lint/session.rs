use std::path::Path;
use std::sync::Arc;

use super::asked::{Asked, SettingsByFile};
use super::judge::Judge;
use super::syntax::Read;
use super::{Settings, syntax};
use crate::diagnostic::{Diagnostic, Ordinals};
use crate::lexer::{SqlMode, Token};
use crate::model::{Origin, Run};
use crate::parser::{self, Effort, ParseOptions};
use crate::rules;
use crate::script::{Kind, Problem, RawStatement, ScriptRule};
use crate::server::ServerSet;
use crate::source::Base;

/// What became of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// One of the servers takes it, or more.
    Accepted,
    /// None does.
    Refused,
    /// A template puts a part of it in later.
    NotJudged,
}

/// A run over statements that the caller cuts: what is wrong with each, and with what they add up to.
///
/// ```
/// use replint::lint::{Session, Settings};
///
/// let settings = Settings { targets: "mysql-5.7".parse().unwrap(), ..Settings::default() };
/// let mut session = Session::new(&settings);
/// assert!(session.statement("a.sql", "CHANGE MASTER TO MASTER_HOST = 'db1', MASTER_SSL_CA = '/ca.pem'").is_empty());
/// let at_the_end = session.finish();
/// assert_eq!(at_the_end[0].rule, "tls-options-without-ssl");
/// ```
pub struct Session<'s> {
    settings: SettingsByFile<'s>,
    asked: Arc<Asked>,
    options: ParseOptions,
    effort: Effort,
    judge: Judge,
    /// Of the statements of the file at hand that take a migration back: they are not applied to what the others add up to.
    down: Option<Judge>,
    /// Of the statement at hand.
    own_tokens: Vec<Token>,
    tokens: Vec<Token>,
    ordinals: Ordinals,
}

impl<'s> Session<'s> {
    /// Nothing is known yet.
    pub fn new(settings: &'s Settings) -> Self {
        Self::over_files(SettingsByFile::all(settings), Arc::new(Asked::by(&[settings])))
    }

    /// A run over files that differ in what is asked, but not in the targets.
    pub(super) fn over_files(settings: SettingsByFile<'s>, asked: Arc<Asked>) -> Self {
        let targets = settings.default.targets.clone();
        let effort = if targets.named().is_empty() { Effort::Accepting } else { Effort::EveryServer };
        let (sql_mode, placeholders) = (settings.default.sql_mode, settings.default.placeholders);
        Self {
            judge: Judge::new(&targets, &asked),
            down: None,
            settings,
            asked,
            options: ParseOptions { targets, sql_mode, placeholders },
            effort,
            own_tokens: Vec::new(),
            tokens: Vec::new(),
            ordinals: Ordinals::default(),
        }
    }

    /// The session's mode for the statements that follow.
    pub fn set_sql_mode(&mut self, sql_mode: SqlMode) {
        self.options.sql_mode = sql_mode;
    }

    /// What the statements so far add up to.
    pub fn run(&self) -> &Run {
        self.judge.run()
    }

    /// One text, the whole of its file: what is wrong with it.
    pub fn statement(&mut self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) -> Vec<Diagnostic> {
        let (path, mut found) = (Arc::from(path.as_ref()), Vec::new());
        let (text, base, sql_mode) = (text.as_ref(), Base::default(), self.options.sql_mode);
        let raw = RawStatement { text, base, sql_mode, kind: Kind::Ours, preceding: 0, down: false };
        self.raw_statement(&path, &raw, &mut |diagnostic| found.push(diagnostic));
        found.iter_mut().for_each(|diagnostic| self.ordinals.number(diagnostic));
        found
    }

    /// What is wrong with what the statements add up to.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        self.end(&mut |diagnostic| found.push(diagnostic));
        found.iter_mut().for_each(|diagnostic| self.ordinals.number(diagnostic));
        found
    }

    pub(super) fn raw_statement(
        &mut self,
        path: &Arc<Path>,
        raw: &RawStatement<'_>,
        report: &mut dyn FnMut(Diagnostic),
    ) -> Verdict {
        self.options.sql_mode = raw.sql_mode;
        let servers = self.options.targets.servers();
        let mut lexing = ServerSet::EMPTY;
        let tokens = (&mut self.own_tokens, &mut lexing);
        let parsed = parser::parse_and_lex(raw.text, &self.options, servers, self.effort, tokens);
        let read = Read::new(raw, &parsed, path, (&self.own_tokens, lexing));
        for diagnostic in read.rejections(&self.options, &mut self.tokens) {
            self.syntax(diagnostic, report);
        }
        let judge = match raw.down {
            false => &mut self.judge,
            true => self.down.get_or_insert_with(|| Judge::new(&self.options.targets, &self.asked)),
        };
        let Some(statement) = &parsed.statement else {
            judge.not_understood();
            return match syntax::is_judged(&parsed, &self.options.targets) {
                _ if !parsed.accepted.is_empty() => Verdict::Accepted,
                true => Verdict::Refused,
                false => Verdict::NotJudged,
            };
        };
        let (path, base, sql_mode) = (Arc::clone(path), raw.base, raw.sql_mode);
        let origin = Arc::new(Origin::new(path, base, raw.text.into(), sql_mode));
        judge.statement(statement, parsed.accepted, &origin);
        judge.report(&self.settings, Some(&read), &mut self.options, &mut self.tokens, report);
        Verdict::Accepted
    }

    /// Notes a statement that holds others and is not looked into.
    pub(super) fn not_analysed(&mut self) {
        self.judge.not_understood();
    }

    pub(super) fn problem(
        &mut self,
        path: &Arc<Path>,
        problem: &Problem,
        view: (Base, &[u8]),
        report: &mut dyn FnMut(Diagnostic),
    ) {
        if problem.rule == ScriptRule::GrantTableChanged {
            self.judge.not_understood();
        }
        let diagnostic = syntax::problem(problem, view, &self.options, path, &mut self.tokens);
        self.syntax(diagnostic, report);
    }

    /// Shows a finding of the area `syntax`, if its rule is asked.
    fn syntax(&self, diagnostic: Diagnostic, report: &mut dyn FnMut(Diagnostic)) {
        let rule = rules::rule_of(diagnostic.rule);
        if let Some(severity) = self.settings.severity(&diagnostic.path, &rule) {
            report(Diagnostic { severity, ..diagnostic });
        }
    }

    /// The end of a file: what its statements that take a migration back come to is told.
    pub(super) fn end_of_file(&mut self, report: &mut dyn FnMut(Diagnostic)) {
        if let Some(mut down) = self.down.take() {
            down.end();
            down.report(&self.settings, None, &mut self.options, &mut self.tokens, report);
        }
    }

    pub(super) fn end(&mut self, report: &mut dyn FnMut(Diagnostic)) {
        self.judge.end();
        self.judge.report(&self.settings, None, &mut self.options, &mut self.tokens, report);
    }

    /// What the statements add up to, when everything is judged.
    pub(super) fn into_run(self) -> Run {
        self.judge.into_run()
    }
}
