//! One script, read in its place of a sequence.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::dialect::Languages;
use super::directive::Directives;
use super::session::{Session, Verdict};
use super::{Settings, script_options, upgrade};
use crate::diagnostic::{Diagnostic, Ordinals};
use crate::script::{Counts, Event, Kind, Script};

/// A script that was read, and what was found in it up to now.
pub(super) struct Reading<'s> {
    pub(super) path: Arc<Path>,
    settings: &'s Settings,
    pub(super) found: Vec<Diagnostic>,
    /// For the servers that an upgrade leads to.
    pub(super) found_later: Vec<Diagnostic>,
    directives: Directives,
    languages: Languages,
    not_judged: BTreeSet<u64>,
    read: io::Result<Counts>,
}

impl<'s> Reading<'s> {
    /// Reads a script to its end, as the next one of the sessions: the one for the targets, and the one for an upgrade.
    pub(super) fn of(
        path: Arc<Path>,
        settings: &'s Settings,
        reader: io::Result<impl Read>,
        session: &mut Session<'_>,
        mut later: Option<&mut Session<'_>>,
    ) -> Self {
        let mut reading = Self {
            path,
            settings,
            found: Vec::new(),
            found_later: Vec::new(),
            directives: Directives::default(),
            languages: Languages::default(),
            not_judged: BTreeSet::new(),
            read: Ok(Counts::default()),
        };
        reading.read = reader.and_then(|reader| reading.script(reader, session, later.as_deref_mut()));
        if reading.read.is_err() {
            // What else it does is not known to the scripts behind it.
            session.not_analysed();
            later.into_iter().for_each(|later| later.not_analysed());
        }
        reading
    }

    fn script(
        &mut self,
        reader: impl Read,
        session: &mut Session<'_>,
        mut later: Option<&mut Session<'_>>,
    ) -> io::Result<Counts> {
        let Self { path, settings, found, found_later, directives, languages, not_judged, .. } = self;
        let mut script = Script::new(reader, &script_options(settings));
        while let Some(event) = script.next_event()? {
            match event {
                Event::Statement(raw) => {
                    directives.statement(&raw, &settings.targets);
                    if raw.kind == Kind::Ours {
                        let verdict = session.raw_statement(path, &raw, &mut |diagnostic| found.push(diagnostic));
                        languages.statement(&raw, verdict == Verdict::Accepted);
                        if verdict == Verdict::NotJudged {
                            not_judged.insert(raw.base.offset);
                        }
                        if let Some(later) = &mut later {
                            later.raw_statement(path, &raw, &mut |diagnostic| found_later.push(diagnostic));
                        }
                    } else {
                        session.not_analysed();
                        later.iter_mut().for_each(|later| later.not_analysed());
                    }
                }
                Event::Directive(comment) => directives.comment(&comment),
                Event::Problem(problem) => {
                    languages.problem(problem.statement.offset);
                    let view = script.view_of(&problem);
                    session.problem(path, &problem, view, &mut |diagnostic| found.push(diagnostic));
                }
            }
        }
        session.end_of_file(&mut |diagnostic| found.push(diagnostic));
        if let Some(later) = later {
            later.end_of_file(&mut |diagnostic| found_later.push(diagnostic));
        }
        Ok(script.counts())
    }

    /// Whether these are its settings.
    pub(super) fn is_asked(&self, settings: &Settings) -> bool {
        std::ptr::eq(self.settings, settings)
    }

    /// What is shown, when everything is found; the script's counts.
    ///
    /// # Errors
    /// Those of the reader: then nothing is shown, what the script adds up to is not known.
    pub(super) fn finish(self) -> io::Result<(Vec<Diagnostic>, Counts)> {
        let Self { path, settings, mut found, found_later, directives, languages, not_judged, read } = self;
        let mut counts = read?;
        upgrade::add(&mut found, found_later, settings);
        let another = languages.apply(&mut found);
        let not_judged = not_judged.difference(&another).count() as u64;
        let another = (another.len() as u64).min(counts.ours - not_judged);
        counts.another_dialect += another;
        counts.not_analysed += not_judged;
        counts.ours -= another + not_judged;
        directives.apply(&mut found, &path, settings);
        found.sort_by_key(|diagnostic| (diagnostic.primary.offset, diagnostic.rule));
        let mut ordinals = Ordinals::default();
        found.iter_mut().for_each(|diagnostic| ordinals.number(diagnostic));
        Ok((found, counts))
    }
}
