//! `SET name = value`.

use super::node::{node, word_node};
use super::{Number, Secret, Text};
use crate::source::Span;

node! {
    /// `SET name = value, …`
    pub struct SetVariables<'s> {
        /// All of it.
        span: Span,
        /// The assignments, in their order.
        assignments: Vec<Assignment<'s>>,
    }
}

node! {
    /// `name = value`
    pub struct Assignment<'s> {
        /// All of it.
        span: Span,
        /// Where the variable lives.
        scope: VariableScope,
        /// Its name; `prefix.name` is one text.
        name: Text<'s>,
        /// The value.
        value: SetValue<'s>,
    }
}

word_node! {
    /// Where a variable lives.
    pub enum VariableScope {
        /// No scope was written: the session.
        Unwritten,
        /// `SESSION`, `LOCAL`, `@@SESSION.`
        Session,
        /// `GLOBAL`
        Global,
        /// `PERSIST`: MySQL 8.0
        Persist,
        /// `PERSIST_ONLY`: MySQL 8.0
        PersistOnly,
        /// `@name`
        User,
    }
}

node! {
    /// The value of an assignment, as far as it is a literal.
    pub enum SetValue<'s> {
        /// A string.
        Text(Text<'s>),
        /// A number.
        Number(Number<'s>),
        /// A bare word: `ON`, `utf8mb4`.
        Word(Text<'s>),
        /// `DEFAULT`
        Default(Span),
        /// `@name`
        UserVariable(Text<'s>),
        /// `@@name`
        SystemVariable(Text<'s>),
        /// Anything else, as written; secret, because what it is made of may be.
        Expression(Secret<'s>),
    }
}
