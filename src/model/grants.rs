//! What an account was granted and still has.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::GrantedPrivileges;
use crate::ast::{Granted, PrivilegeLevel, Role, RoleName};

/// So many are looked through without an index.
const FEW: usize = 16;

/// In the order of the statements. A run over a dump of privileges takes time that is linear in it, also where it takes them all back.
#[derive(Clone, Debug, Default)]
pub(super) struct Grants {
    /// What was taken leaves an empty place.
    all: Vec<Option<Arc<GrantedPrivileges>>>,
    taken: usize,
    /// Where to look for what a REVOKE names: made by the first that meets many.
    index: Option<Index>,
}

type Index = BTreeMap<Key, Vec<usize>>;

/// What two grants have in common that may be about the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// By the names of the database and the object, as far as the level has them.
    Level(Option<Vec<u8>>, Option<Vec<u8>>),
    /// The place is in the default database, or not in the text.
    Unplaced,
    Role(Vec<u8>),
    Proxy,
}

impl Grants {
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &GrantedPrivileges> {
        self.all.iter().flatten().map(|grant| &**grant)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len() - self.taken
    }

    pub(super) fn push(&mut self, grant: GrantedPrivileges) {
        if let Some(index) = &mut self.index {
            note(index, &grant, self.all.len());
        }
        self.all.push(Some(Arc::new(grant)));
    }

    /// Those that may be about what a GRANT or REVOKE names: none of the others is.
    pub(super) fn like(&self, what: &Granted<'_>) -> impl Iterator<Item = &GrantedPrivileges> {
        let (indexed, all) = match &self.index {
            Some(index) => {
                let keys = keys(what).into_iter().chain([Key::Unplaced]);
                (keys.filter_map(|key| index.get(&key)).flatten().copied().collect(), &[][..])
            }
            None => (Vec::new(), &self.all[..]),
        };
        indexed.into_iter().filter_map(|at| self.all[at].as_deref()).chain(all.iter().flatten().map(|grant| &**grant))
    }

    /// Takes what a REVOKE leaves nothing of.
    pub(super) fn take(&mut self, what: &Granted<'_>) {
        if *what == Granted::AllAndGrantOption {
            *self = Self::default();
            return;
        }
        let Self { all, taken, index } = self;
        if all.len() <= FEW {
            all.retain(|grant| grant.as_ref().is_some_and(|grant| !grant.what.is_taken_by(what)));
            *taken = 0;
            return;
        }
        let index = index.get_or_insert_with(|| indexed(all));
        for key in keys(what).into_iter().filter(|key| *key != Key::Unplaced) {
            let Some(places) = index.get_mut(&key) else { continue };
            for at in places.iter() {
                if all[*at].as_ref().is_some_and(|grant| grant.what.is_taken_by(what)) {
                    all[*at] = None;
                    *taken += 1;
                }
            }
            places.retain(|at| all[*at].is_some());
        }
        if *taken > all.len() / 2 {
            let left = std::mem::take(all).into_iter().filter(Option::is_some).collect();
            *self = Self { all: left, ..Self::default() };
        }
    }
}

impl PartialEq for Grants {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

fn indexed(all: &[Option<Arc<GrantedPrivileges>>]) -> Index {
    let mut index = Index::new();
    for (at, grant) in all.iter().enumerate() {
        if let Some(grant) = grant {
            note(&mut index, grant, at);
        }
    }
    index
}

fn note(index: &mut Index, grant: &GrantedPrivileges, at: usize) {
    for key in keys(&grant.what) {
        index.entry(key).or_default().push(at);
    }
}

fn keys(what: &Granted<'_>) -> Vec<Key> {
    match what {
        Granted::Privileges { on, .. } => {
            let level = match &on.level {
                PrivilegeLevel::Global | PrivilegeLevel::DefaultDatabase => Key::Level(None, None),
                PrivilegeLevel::Database(name) => Key::Level(Some(name.decode_bytes().into_owned()), None),
                PrivilegeLevel::Object(name) => Key::Level(None, Some(name.decode_bytes().into_owned())),
                PrivilegeLevel::QualifiedObject { database, object } => {
                    let [database, object] = [database, object].map(|name| name.decode_bytes().into_owned());
                    Key::Level(Some(database), Some(object))
                }
            };
            if on.is_placed() { vec![level] } else { vec![level, Key::Unplaced] }
        }
        Granted::Roles(roles) => {
            let key = |role: &Role<'_>| match &role.name {
                RoleName::Named { name, .. } => Key::Role(name.decode_bytes().into_owned()),
                RoleName::CurrentRole => Key::Role(Vec::new()),
            };
            roles.iter().map(key).collect()
        }
        Granted::Proxy(_) => vec![Key::Proxy],
        Granted::AllAndGrantOption => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::ast::{PrivilegeStatement, Statement};
    use crate::model::{AccountKey, Origin, Run};
    use crate::parser::{ParseOptions, parse_statement};
    use crate::server::ServerSet;

    /// What is left of many grants, of which each is about the next table, database or role, when REVOKEs took some.
    #[test]
    fn what_many_revokes_take() {
        let mut run = Run::new(ServerSet::ALL);
        let mut say = |text: String| {
            let origin = Origin::of_text("a.sql", &text);
            let parsed = parse_statement(&text, &ParseOptions::default());
            run.apply(&parsed.statement.unwrap(), parsed.accepted, &origin);
        };
        for number in 0..100 {
            say(format!("GRANT SELECT, INSERT ON a.t{number} TO u"));
            say(format!("GRANT ALL ON d{number}.* TO u"));
            say(format!("GRANT SELECT ON t{number} TO u"));
            say(format!("GRANT r{number}, s{number} TO u"));
        }
        for number in (0..100).filter(|number| number % 10 != 7) {
            say(format!("REVOKE INSERT, SELECT ON `a`.`t{number}` FROM u"));
            say(format!("REVOKE ALL ON d{number}.* FROM u"));
            say(format!("REVOKE SELECT ON t{number} FROM u"));
            say(format!("REVOKE s{number}, r{number} FROM u"));
        }
        say("REVOKE INSERT ON a.t7 FROM u".to_owned());
        say("REVOKE r7 FROM u".to_owned());
        say("GRANT SELECT ON a.t1 TO u".to_owned());
        let account = run.account(&AccountKey { user: "u".into(), host: "%".into() }).unwrap();
        let left: Vec<String> =
            account.grants().map(|grant| String::from_utf8_lossy(&grant.place.origin.text).into_owned()).collect();
        let given = (7..100).step_by(10).flat_map(|number| {
            [
                format!("GRANT SELECT, INSERT ON a.t{number} TO u"),
                format!("GRANT ALL ON d{number}.* TO u"),
                format!("GRANT SELECT ON t{number} TO u"),
                format!("GRANT r{number}, s{number} TO u"),
            ]
        });
        assert_eq!(left, given.chain(["GRANT SELECT ON a.t1 TO u".to_owned()]).collect::<Vec<_>>());
        let asked = parse_statement("REVOKE SELECT ON a.t17 FROM u", &ParseOptions::default()).statement.unwrap();
        let Statement::Privilege(PrivilegeStatement::Revoke(asked)) = asked else { panic!() };
        // Those of t17, and those whose place is in the default database.
        assert_eq!(account.grants_like(&asked.what).count(), 11);
    }
}
