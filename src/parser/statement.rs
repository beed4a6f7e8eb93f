//! Which statement it is: decided by its first words.

use super::input::{Input, Parsed, Went};
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
pub(super) fn whole_statement<'a, 's: 'a>(i: Input<'a, 's>, into: &mut Option<Statement<'s>>) -> Went<'a, 's> {
    let i = match statement(i, into) {
        Ok(i) => i,
        Err(error) => {
            expect_another(i);
            return Err(error);
        }
    };
    let i = if i.symbol() == b';' { i.advance(1) } else { i };
    if i.token().kind == TokenKind::End { Ok(i) } else { i.fail(Expected::End).map(|(i, ())| i) }
}

/// Puts a statement where it will stay and none is yet: it is large, and not handed from production to production.
#[inline(always)]
pub(super) fn put<'a, 's: 'a, T>(
    parsed: Parsed<'a, 's, T>,
    into: &mut Option<Statement<'s>>,
    statement: impl FnOnce(T) -> Statement<'s>,
) -> Went<'a, 's> {
    let (i, it) = parsed?;
    into.get_or_insert_with(|| statement(it));
    Ok(i)
}

fn statement<'a, 's: 'a>(i: Input<'a, 's>, into: &mut Option<Statement<'s>>) -> Went<'a, 's> {
    use PrivilegeStatement as P;
    match i.word() {
        word::SHOW if i.word_ahead(1) == word::GRANTS => {
            put(privilege::show_grants(i), into, |it| Statement::Privilege(P::ShowGrants(it)))
        }
        word::SHOW if i.word_ahead(1) == word::CREATE => account_statement(i, into),
        word::CHANGE | word::START | word::STOP | word::RESET | word::PURGE | word::SHOW => {
            replication::statement(i, into)
        }
        word::CREATE | word::ALTER | word::DROP | word::RENAME => account_statement(i, into),
        word::GRANT => put(privilege::grant(i), into, |it| Statement::Privilege(P::Grant(it))),
        word::REVOKE => put(privilege::revoke(i), into, |it| Statement::Privilege(P::Revoke(it))),
        word::SET => put(set::statement(i), into, |it| it),
        _ => i.fail(Expected::Statement).map(|(i, ())| i),
    }
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

fn account_statement<'a, 's: 'a>(i: Input<'a, 's>, into: &mut Option<Statement<'s>>) -> Went<'a, 's> {
    use AccountStatement as S;
    match (i.word(), i.word_ahead(1)) {
        (word::CREATE, word::ROLE) => put(account::create_role(i), into, |it| Statement::Account(S::CreateRole(it))),
        (word::CREATE, word::OR) if i.word_ahead(3) == word::ROLE => {
            put(account::create_role(i), into, |it| Statement::Account(S::CreateRole(it)))
        }
        (word::CREATE, _) => put(account::create_user(i), into, |it| Statement::Account(S::CreateUser(it))),
        (word::ALTER, _) => put(account::alter_user(i), into, |it| Statement::Account(S::AlterUser(it))),
        (word::DROP, word::ROLE) => put(account::drop_role(i), into, |it| Statement::Account(S::DropRole(it))),
        (word::DROP, _) => put(account::drop_user(i), into, |it| Statement::Account(S::DropUser(it))),
        (word::SHOW, _) => put(account::show_create_user(i), into, |it| Statement::Account(S::ShowCreateUser(it))),
        _ => put(account::rename_user(i), into, |it| Statement::Account(S::RenameUser(it))),
    }
}
