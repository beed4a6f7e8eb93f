//! What stands behind ON.

use crate::ast::{GrantObject, ObjectKind, PrivilegeLevel};
use crate::parser::input::{Input, Parsed, keyword_of, name, symbol};
use crate::server::{Feature, Place, word};

/// ```ebnf
/// grant_object = table_object | routine_object ;
/// table_object = privilege_level.db | "TABLE" privilege_level.table ;
/// routine_object = ( "FUNCTION" | "PROCEDURE" | <library> "LIBRARY" | <package> "PACKAGE" [ "BODY" ] ) privilege_level.table ;
/// privilege_level.P = "*" [ "." "*" ] | NAME.P [ "." ( "*" | NAME.table ) ] | <leading-dot> "." NAME.table ;
/// ```
pub(super) fn grant_object<'a, 's: 'a>(start: Input<'a, 's>) -> Parsed<'a, 's, GrantObject<'s>> {
    let (i, kind) = match start.word() {
        word::TABLE => (start.advance(1), Some(ObjectKind::Table)),
        word::FUNCTION => (start.advance(1), Some(ObjectKind::Function)),
        word::PROCEDURE => (start.advance(1), Some(ObjectKind::Procedure)),
        word::LIBRARY if !start.lacks(Feature::Library) => {
            let (i, _) = keyword_of(Feature::Library, word::LIBRARY)(start)?;
            (i, Some(ObjectKind::Library))
        }
        word::PACKAGE if !start.lacks(Feature::Package) => {
            let (i, _) = keyword_of(Feature::Package, word::PACKAGE)(start)?;
            // Before a dot it is the name of a database.
            if i.word() == word::BODY && i.advance(1).symbol() != b'.' {
                (i.advance(1), Some(ObjectKind::PackageBody))
            } else {
                (i, Some(ObjectKind::Package))
            }
        }
        _ => (start, None),
    };
    // Behind a kind, FUNCTION and PACKAGE are names.
    let (i, level) = privilege_level(i, if kind.is_some() { Place::Table } else { Place::Db })?;
    Ok((i, GrantObject { span: start.span_to(i), kind, level }))
}

fn privilege_level<'a, 's: 'a>(start: Input<'a, 's>, database: Place) -> Parsed<'a, 's, PrivilegeLevel<'s>> {
    if let Ok((i, _)) = symbol(b'*')(start) {
        return match symbol(b'.')(i) {
            Ok((i, _)) => symbol(b'*')(i).map(|(i, _)| (i, PrivilegeLevel::Global)),
            Err(_) => Ok((i, PrivilegeLevel::DefaultDatabase)),
        };
    }
    if start.symbol() == b'.' {
        let (i, _) = symbol(b'.')(start)?;
        let (i, ()) = i.gate(Feature::LeadingDot, start)?;
        return name(Place::Table)(i).map(|(i, object)| (i, PrivilegeLevel::Object(object)));
    }
    let (i, first) = name(database)(start)?;
    let Ok((i, _)) = symbol(b'.')(i) else { return Ok((i, PrivilegeLevel::Object(first))) };
    if let Ok((i, _)) = symbol(b'*')(i) {
        return Ok((i, PrivilegeLevel::Database(first)));
    }
    let (i, object) = name(Place::Table)(i)?;
    Ok((i, PrivilegeLevel::QualifiedObject { database: first, object }))
}
