use crate::ast::Statement;
use crate::rules::{Context, declare_rule, mention};

declare_rule! {
    /// The text of ATTRIBUTE is no JSON object.
    ///
    /// ## What the server does
    ///
    /// Error 3982. It must begin with `{`; a number, a list and `null` are JSON, and no object. `NULL` is not taken either.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' ATTRIBUTE '{team: shop}';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CREATE USER 'app'@'%' IDENTIFIED BY '${APP_PASSWORD}' ATTRIBUTE '{"team": "shop"}';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server.
    AttributeNoJsonObject {
        name: "attribute-no-json-object", area: Account, severity: Error, group: Default, since: "0.1.0",
        accounts: check, parts: [Attribute]
    }
}

fn check(statement: &Statement<'_>, cx: &mut Context<'_>) {
    let Some(options) = mention::options(statement) else { return };
    let Some(attribute) = options.attribute.as_ref().filter(|attribute| attribute.is_json) else { return };
    if attribute.value.value().is_some_and(|text| !is_object(text.as_bytes())) {
        cx.report(attribute.value.span(), "an attribute must be a JSON object").label("error 3982");
    }
}

/// Whether a text is a JSON object.
fn is_object(text: &[u8]) -> bool {
    let mut json = Json { rest: text, open: Vec::new() };
    json.blanks();
    json.rest.first() == Some(&b'{') && json.value().is_some() && {
        json.blanks();
        json.rest.is_empty()
    }
}

/// Reads JSON and keeps nothing of it.
struct Json<'a> {
    rest: &'a [u8],
    /// The closing brackets that are due.
    open: Vec<u8>,
}

impl Json<'_> {
    fn blanks(&mut self) {
        let end = self.rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        self.rest = &self.rest[end.unwrap_or(self.rest.len())..];
    }

    fn take(&mut self, wanted: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(wanted)?;
        Some(())
    }

    /// One value, whatever is nested in it: brackets are counted, not recursed into.
    fn value(&mut self) -> Option<()> {
        loop {
            self.blanks();
            match *self.rest.first()? {
                bracket @ (b'{' | b'[') => {
                    self.take(&[bracket])?;
                    self.blanks();
                    self.open.push(if bracket == b'{' { b'}' } else { b']' });
                    if self.rest.first() != self.open.last() {
                        self.key()?;
                        continue;
                    }
                }
                b'"' => self.string()?,
                b't' => self.take(b"true")?,
                b'f' => self.take(b"false")?,
                b'n' => self.take(b"null")?,
                _ => self.number()?,
            }
            loop {
                let Some(&due) = self.open.last() else { return Some(()) };
                self.blanks();
                if self.take(&[due]).is_some() {
                    self.open.pop();
                    continue;
                }
                self.take(b",")?;
                self.key()?;
                break;
            }
        }
    }

    /// The key of an object, with its colon; nothing in a list.
    fn key(&mut self) -> Option<()> {
        if self.open.last() == Some(&b'}') {
            self.blanks();
            self.string()?;
            self.blanks();
            self.take(b":")?;
        }
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        self.take(b"\"")?;
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            match byte {
                b'"' => return Some(()),
                b'\\' => {
                    let (escaped, rest) = self.rest.split_first()?;
                    self.rest = if *escaped == b'u' { rest.get(4..)? } else { rest };
                    b"\"\\/bfnrtu".contains(escaped).then_some(())?;
                }
                0..0x20 => return None,
                _ => {}
            }
        }
    }

    fn number(&mut self) -> Option<()> {
        let end = self.rest.iter().position(|byte| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        let number = std::str::from_utf8(number).ok()?;
        number.parse::<f64>().ok().filter(|_| !number.starts_with('+')).map(|_| ())
    }
}
