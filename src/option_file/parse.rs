use super::line::{Line, comment_start, is_space, lines, trimmed};
use super::{Entry, Group, Include, IncludeKind, Item, Name, Problem, ProblemKind, Value};
use crate::source::Span;

/// Bytes of a file, at most: far more than any option file has.
pub const MAX_SIZE: u64 = 16 << 20;

/// What stands in one file. Up to the first problem that is fatal: the servers read no further either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionFile {
    /// Groups, options and directives, in order.
    pub items: Vec<Item>,
    /// What its reader stumbles over, in order.
    pub problems: Vec<Problem>,
}

impl OptionFile {
    /// Reads a file.
    ///
    /// ```
    /// use replint::option_file::{Item, OptionFile};
    ///
    /// let file = OptionFile::parse(b"[mysqld]\nskip_ssl\nssl-key = 'a#\\sb' # not this\n");
    /// let [Item::Group(group), Item::Entry(skip), Item::Entry(key)] = &file.items[..] else { panic!() };
    /// assert!(group.is("mysqld"));
    /// assert_eq!((skip.name.as_str(), skip.name.variable(), &skip.value), ("skip-ssl", "ssl", &None));
    /// assert_eq!(key.text().unwrap(), "a# b");
    /// ```
    pub fn parse(text: &[u8]) -> Self {
        let mut file = Self::default();
        if text.len() as u64 > MAX_SIZE {
            file.problem(ProblemKind::TooLarge, 0, 0);
            return file;
        }
        let mut group = None;
        for line in lines(text) {
            file.remark(line, text);
            if file.line(line, &mut group).is_none() {
                break;
            }
        }
        file
    }

    /// The group of an entry of this file.
    pub fn group(&self, entry: &Entry) -> Option<&Group> {
        match self.items.get(entry.group) {
            Some(Item::Group(group)) => Some(group),
            _ => None,
        }
    }

    /// The problem that the reader stops at.
    pub fn fatal(&self) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.kind.is_fatal())
    }

    fn problem(&mut self, kind: ProblemKind, start: usize, end: usize) {
        self.problems.push(Problem { kind, span: Span::new(start as u32, end as u32) });
    }

    /// What the reader's buffer and its strings do to a line.
    fn remark(&mut self, line: Line<'_>, text: &[u8]) {
        let end = line.start + line.text.len();
        match text.get(end) {
            Some(0) => self.problem(ProblemKind::Nul, end, end + 1),
            Some(byte) if *byte != b'\n' && !line.has_newline => {
                self.problem(ProblemKind::LineTooLong, line.start, end)
            }
            _ => {}
        }
    }

    /// `None` if the reader stops here.
    fn line(&mut self, line: Line<'_>, group: &mut Option<usize>) -> Option<()> {
        let text = line.text;
        let start = text.iter().position(|byte| !is_space(*byte)).unwrap_or(text.len());
        match text.get(start) {
            None | Some(b'#' | b';') => Some(()),
            Some(b'!') => self.directive(line, start),
            Some(b'[') => {
                let name = start + 1;
                let Some(len) = memchr::memchr(b']', &text[name..]) else {
                    self.problem(ProblemKind::UnclosedGroup, line.start + start, line.start + text.len());
                    return None;
                };
                let (_, mut end) = trimmed(text, name, name + len);
                // White space in front belongs to the name.
                end = end.max(name);
                *group = Some(self.items.len());
                let span = Span::new((line.start + name) as u32, (line.start + end) as u32);
                self.items
                    .push(Item::Group(Group { name: String::from_utf8_lossy(&text[name..end]).into_owned(), span }));
                Some(())
            }
            Some(_) => self.entry(line, start, *group),
        }
    }

    fn entry(&mut self, line: Line<'_>, start: usize, group: Option<usize>) -> Option<()> {
        let text = &line.text[..start + comment_start(&line.text[start..])];
        let equals = memchr::memchr(b'=', &text[start..]).map(|at| start + at);
        let (_, end) = trimmed(text, start, equals.unwrap_or(text.len()));
        let Some(group) = group else {
            self.problem(ProblemKind::OptionBeforeGroup, line.start + start, line.start + end);
            return None;
        };
        if end == start {
            self.problem(ProblemKind::NoName, line.start + start, line.start + text.len());
            return Some(());
        }
        let name = Name::new(&text[start..end]);
        let is_secret = name.is_secret();
        let name_span = Span::new((line.start + start) as u32, (line.start + end) as u32);
        let value = equals.map(|at| Value::read(text, trimmed(text, at + 1, text.len()), line.start, is_secret));
        self.items.push(Item::Entry(Entry { group, name, name_span, value }));
        Some(())
    }

    fn directive(&mut self, line: Line<'_>, start: usize) -> Option<()> {
        let text = line.text;
        let word = text[start + 1..].iter().position(|byte| !is_space(*byte)).map_or(text.len(), |at| start + 1 + at);
        // At the end of a line its newline is the white space that must follow.
        let follows = |len: usize| text.get(word + len).map_or(line.has_newline, |byte| is_space(*byte));
        let (kind, len) = if text[word..].starts_with(b"includedir") && follows("includedir".len()) {
            (IncludeKind::Directory, "includedir".len())
        } else if text[word..].starts_with(b"include") && follows("include".len()) {
            (IncludeKind::File, "include".len())
        } else {
            self.problem(ProblemKind::UnknownDirective, line.start + start, line.start + text.len());
            return Some(());
        };
        // The reader takes the last byte for a newline, whatever it is.
        let mut last = text.len();
        if !line.has_newline {
            last = last.saturating_sub(1).max(word + len);
        }
        let (from, to) = trimmed(text, word + len, last);
        if from == to {
            self.problem(ProblemKind::IncludeWithoutPath, line.start + start, line.start + text.len());
            return None;
        }
        if !line.has_newline && !is_space(text[text.len() - 1]) {
            self.problem(ProblemKind::PathCutOff, line.start + from, line.start + text.len());
        }
        let span = Span::new((line.start + from) as u32, (line.start + to) as u32);
        self.items.push(Item::Include(Include {
            kind,
            path: String::from_utf8_lossy(&text[from..to]).into_owned(),
            span,
        }));
        Some(())
    }
}
