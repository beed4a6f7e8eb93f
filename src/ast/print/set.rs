//! SET name = value.

use super::Print;
use super::printer::Printer;
use crate::ast::{
    Assignment, Quote, SetCharacterSet, SetItem, SetNames, SetValue, SetVariables, Text, TransactionCharacteristic,
    VariableName, VariableScope,
};

impl Print for SetVariables<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SET");
        to.nodes(&self.items);
    }
}

impl Print for SetItem<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            SetItem::Variable(assignment) => assignment.print(to),
            SetItem::Names(names) => names.print(to),
            SetItem::CharacterSet(charset) => charset.print(to),
            SetItem::Transaction { scope, characteristics, .. } => {
                match scope {
                    VariableScope::Session => to.words("SESSION"),
                    VariableScope::Global => to.words("GLOBAL"),
                    _ => {}
                }
                to.words("TRANSACTION");
                to.nodes(characteristics);
            }
            SetItem::Password(password) => password.print(to),
            SetItem::Role(role) => role.print(to),
            SetItem::DefaultRole(role) => role.print(to),
        }
    }
}

impl Print for TransactionCharacteristic {
    fn print(&self, to: &mut Printer<'_>) {
        to.words(match self {
            TransactionCharacteristic::ReadOnly => "READ ONLY",
            TransactionCharacteristic::ReadWrite => "READ WRITE",
            TransactionCharacteristic::ReadUncommitted => "ISOLATION LEVEL READ UNCOMMITTED",
            TransactionCharacteristic::ReadCommitted => "ISOLATION LEVEL READ COMMITTED",
            TransactionCharacteristic::RepeatableRead => "ISOLATION LEVEL REPEATABLE READ",
            TransactionCharacteristic::Serializable => "ISOLATION LEVEL SERIALIZABLE",
        });
    }
}

impl Print for SetNames<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("NAMES");
        to.charset(self.charset.as_ref());
        to.clause("COLLATE", self.collation.as_ref());
    }
}

impl Print for SetCharacterSet<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("CHARACTER SET");
        to.charset(self.charset.as_ref());
    }
}

impl Print for Assignment<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.variable(self.scope, &self.name);
        to.words("=");
        self.value.print(to);
    }
}

impl Print for SetValue<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            SetValue::Text(text) => to.text(text),
            SetValue::Secret(secret) => to.secret(secret),
            SetValue::Number(number) => to.number(number),
            SetValue::Word(word) => to.as_named(word),
            SetValue::Default(_) => to.words("DEFAULT"),
            SetValue::UserVariable(name) => {
                to.raw(b"@");
                to.joined();
                to.as_named(name);
            }
            SetValue::SystemVariable { scope: VariableScope::Unwritten, name } => {
                to.raw(b"@@");
                to.joined();
                name.print(to);
            }
            SetValue::SystemVariable { scope, name } => to.variable(*scope, name),
            SetValue::Expression(expression) => to.secret(expression),
        }
    }
}

impl Print for VariableName<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        if let Some(prefix) = &self.prefix {
            to.as_named(prefix);
            to.join(b'.');
        }
        to.as_named(&self.name);
    }
}

impl Printer<'_> {
    /// A variable behind what marks its scope.
    fn variable(&mut self, scope: VariableScope, name: &VariableName<'_>) {
        let mark: &[u8] = match scope {
            VariableScope::Unwritten => b"",
            VariableScope::Session => b"@@SESSION.",
            VariableScope::Global => b"@@GLOBAL.",
            VariableScope::Persist => b"@@PERSIST.",
            VariableScope::PersistOnly => b"@@PERSIST_ONLY.",
            VariableScope::User => b"@",
        };
        if !mark.is_empty() {
            self.raw(mark);
            self.joined();
        }
        // As first words of an element these are no names without quotes.
        let begins_another =
            ["NAMES", "PASSWORD"].iter().any(|word| name.name.raw().eq_ignore_ascii_case(word.as_bytes()));
        if mark.is_empty() && name.prefix.is_none() && begins_another {
            self.quoted_name(&name.name);
        } else {
            name.print(self);
        }
    }

    /// The name of a variable, a bare word: its quotes are kept.
    fn as_named(&mut self, name: &Text<'_>) {
        match name.quote() {
            Quote::None => self.raw(name.raw()),
            Quote::Single => self.text(name),
            // No name between backquotes has a zero byte: these quotes are those of a string.
            Quote::Double if name.decode_bytes().contains(&0) => self.text(name),
            _ => self.quoted_name(name),
        }
    }

    fn charset(&mut self, charset: Option<&Text<'_>>) {
        match charset {
            Some(charset) => self.as_named(charset),
            None => self.words("DEFAULT"),
        }
    }
}
