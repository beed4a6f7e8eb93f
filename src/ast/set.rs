//! `SET name = value`.

use super::node::{node, word_node};
use super::{Number, Secret, SetDefaultRole, SetPassword, SetRole, Text};
use crate::source::Span;

node! {
    /// `SET name = value, …`
    pub struct SetVariables<'s> {
        /// All of it.
        span: Span,
        /// What is set, in its order.
        items: Vec<SetItem<'s>>,
    }
}

node! {
    /// One element of SET.
    pub enum SetItem<'s> {
        /// A variable.
        Variable(Assignment<'s>),
        /// `NAMES utf8mb4`
        Names(SetNames<'s>),
        /// `CHARACTER SET utf8mb4`
        CharacterSet(SetCharacterSet<'s>),
        /// `TRANSACTION READ ONLY`, which stands alone
        Transaction {
            /// All of it, scope included.
            span: Span,
            /// Whose transactions.
            scope: VariableScope,
            /// One or two of them, in their order.
            characteristics: Vec<TransactionCharacteristic>,
        },
        /// `PASSWORD = 'text'` in a list with others: MySQL before 5.7.6, MariaDB
        Password(SetPassword<'s>),
        /// `ROLE name` in a list with others: MariaDB
        Role(SetRole<'s>),
        /// `DEFAULT ROLE name` in a list with others: MariaDB
        DefaultRole(SetDefaultRole<'s>),
    }
}

node! {
    /// `name = value`
    pub struct Assignment<'s> {
        /// All of it.
        span: Span,
        /// Where the variable lives.
        scope: VariableScope,
        /// The variable, without its scope and `@`.
        name: VariableName<'s>,
        /// The value.
        value: SetValue<'s>,
    }
}

node! {
    /// `sql_mode`, `hot.key_buffer_size`
    pub struct VariableName<'s> {
        /// All of it.
        span: Span,
        /// What stands before the dot, such as the name of a key cache.
        prefix: Option<Text<'s>>,
        /// The name.
        name: Text<'s>,
    }
}

word_node! {
    /// Where a variable lives.
    pub enum VariableScope {
        /// No scope was written, nor a keyword for one before an earlier variable of the statement: the session.
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
    /// The value of an assignment, as far as it is one literal, word or variable.
    pub enum SetValue<'s> {
        /// A string, given to a system variable.
        Text(Text<'s>),
        /// A literal, or a word that may be a string without its quotes: given to a user variable, which may hold a password that a later statement
        /// puts together, or to a system variable named after a secret.
        Secret(Secret<'s>),
        /// A number.
        Number(Number<'s>),
        /// A bare word: `ON`, `utf8mb4`, `NULL`.
        Word(Text<'s>),
        /// `DEFAULT`
        Default(Span),
        /// `@name`
        UserVariable(Text<'s>),
        /// `@@name`
        SystemVariable {
            /// Where the variable lives.
            scope: VariableScope,
            /// The variable.
            name: VariableName<'s>,
        },
        /// Anything else, as written but for its comments; secret for the literals in it.
        Expression(Secret<'s>),
    }
}

node! {
    /// `NAMES 'utf8mb4' COLLATE 'utf8mb4_bin'`
    pub struct SetNames<'s> {
        /// All of it.
        span: Span,
        /// The character set; none for DEFAULT.
        charset: Option<Text<'s>>,
        /// The collation; none if it is not given, or DEFAULT.
        collation: Option<Text<'s>>,
    }
}

node! {
    /// `CHARACTER SET utf8mb4`
    pub struct SetCharacterSet<'s> {
        /// All of it.
        span: Span,
        /// The character set; none for DEFAULT.
        charset: Option<Text<'s>>,
    }
}

word_node! {
    /// What SET TRANSACTION sets.
    pub enum TransactionCharacteristic {
        /// `READ ONLY`
        ReadOnly,
        /// `READ WRITE`
        ReadWrite,
        /// `ISOLATION LEVEL READ UNCOMMITTED`
        ReadUncommitted,
        /// `ISOLATION LEVEL READ COMMITTED`
        ReadCommitted,
        /// `ISOLATION LEVEL REPEATABLE READ`
        RepeatableRead,
        /// `ISOLATION LEVEL SERIALIZABLE`
        Serializable,
    }
}
