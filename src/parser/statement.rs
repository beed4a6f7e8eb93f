//! Which statement it is: decided by its first words.

use super::input::{Input, Parsed};
use super::trace::Expected;
use super::{account, privilege, replication, set};
use crate::ast::{AccountStatement, PrivilegeStatement, Statement};
use crate::lexer::TokenKind;
use crate::server::word;

/// A statement, perhaps a `;`, and nothing behind it.
///
/// ```ebnf
/// statement = replication_statement
///     | create_user | alter_user | drop_user | rename_user | show_create_user | set_password
///     | create_role | drop_role | set_role | set_default_role
///     | grant | revoke | show_grants | set_variables ;
/// ```
pub(super) fn whole_statement<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Statement<'s>> {
    let (i, statement) = statement(i)?;
    let i = if i.symbol() == b';' { i.advance(1) } else { i };
    if i.token().kind == TokenKind::End { Ok((i, statement)) } else { i.fail(Expected::End) }
}

fn statement<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Statement<'s>> {
    use PrivilegeStatement as P;
    let parsed = match i.word() {
        word::SHOW if i.word_ahead(1) == word::GRANTS => {
            privilege::show_grants(i).map(|(i, it)| (i, Statement::Privilege(P::ShowGrants(it))))
        }
        word::SHOW if i.word_ahead(1) == word::CREATE => account_statement(i),
        word::CHANGE | word::START | word::STOP | word::RESET | word::PURGE | word::SHOW => {
            replication::statement(i).map(|(i, statement)| (i, Statement::Replication(statement)))
        }
        word::CREATE | word::ALTER | word::DROP | word::RENAME => account_statement(i),
        word::GRANT => privilege::grant(i).map(|(i, it)| (i, Statement::Privilege(P::Grant(it)))),
        word::REVOKE => privilege::revoke(i).map(|(i, it)| (i, Statement::Privilege(P::Revoke(it)))),
        word::SET => set::statement(i),
        _ => i.fail(Expected::Statement),
    };
    if parsed.is_err() {
        expect_another(i);
    }
    parsed
}

/// The first words may also begin a statement that is not read here, such as SHOW BINLOG EVENTS.
fn expect_another(i: Input<'_, '_>) {
    let next = match (i.word(), i.word_ahead(1), i.word_ahead(2)) {
        (word::SHOW, word::BINLOG, word::STATUS)
        | (word::SHOW, word::MASTER, word::STATUS | word::LOGS)
        | (word::SHOW, word::BINARY, word::LOG | word::LOGS)
        | (word::SHOW, word::CREATE, word::USER)
        | (word::SHOW, word::SLAVE | word::REPLICA, _) => return,
        (word::SHOW, word::MASTER | word::BINARY | word::BINLOG | word::CREATE, _) => i.advance(2),
        (word::SET, ..) if reads(i.advance(1), b"STATEMENT") || reads(i.advance(1), b"RESOURCE") => i.advance(2),
        (word::CHANGE | word::START | word::STOP | word::RESET | word::SHOW, ..)
        | (word::CREATE | word::ALTER | word::DROP | word::RENAME, ..) => i.advance(1),
        _ => return,
    };
    if next.token().kind == TokenKind::Word {
        let _ = next.fail::<()>(Expected::Statement);
    }
}

fn reads(i: Input<'_, '_>, word: &[u8]) -> bool {
    i.span().of(i.shared.source).eq_ignore_ascii_case(word)
}

fn account_statement<'a, 's: 'a>(i: Input<'a, 's>) -> Parsed<'a, 's, Statement<'s>> {
    use AccountStatement as S;
    let (i, statement) = match (i.word(), i.word_ahead(1)) {
        (word::CREATE, word::ROLE) => account::create_role(i).map(|(i, it)| (i, S::CreateRole(it)))?,
        (word::CREATE, word::OR) if i.word_ahead(3) == word::ROLE => {
            account::create_role(i).map(|(i, it)| (i, S::CreateRole(it)))?
        }
        (word::CREATE, _) => account::create_user(i).map(|(i, it)| (i, S::CreateUser(it)))?,
        (word::ALTER, _) => account::alter_user(i).map(|(i, it)| (i, S::AlterUser(it)))?,
        (word::DROP, word::ROLE) => account::drop_role(i).map(|(i, it)| (i, S::DropRole(it)))?,
        (word::DROP, _) => account::drop_user(i).map(|(i, it)| (i, S::DropUser(it)))?,
        (word::SHOW, _) => account::show_create_user(i).map(|(i, it)| (i, S::ShowCreateUser(it)))?,
        _ => account::rename_user(i).map(|(i, it)| (i, S::RenameUser(it)))?,
    };
    Ok((i, Statement::Account(statement)))
}
