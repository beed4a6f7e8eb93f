//! What every node of the tree can do, and the macros that derive it from the node's fields.

use std::borrow::Cow;

use crate::ast::{Number, Secret, Text};
use crate::source::Span;

/// A node of the tree.
///
/// Equality ([`PartialEq`] of every node) is that of meaning: it ignores spans, quoting and the letter case of words.
pub trait Node {
    /// The same node without a borrow.
    type Owned;

    /// Frees the node from its source.
    fn into_owned(self) -> Self::Owned;

    /// Whether both mean the same.
    fn same(&self, other: &Self) -> bool;

    /// Shows the node and everything in it to the visitor, in the order of the text; only the channel of START REPLICA is the last in any case.
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V);
}

/// Sees the nodes of a tree; every method does nothing unless it is written.
///
/// ```
/// use replint::ast::{Node, Text, Visit};
///
/// struct Texts(Vec<String>);
/// impl Visit for Texts {
///     fn text(&mut self, text: &Text<'_>) {
///         self.0.push(text.to_string());
///     }
/// }
/// let parsed = replint::parse_statement("DROP USER 'repl'@'%'", &Default::default());
/// let mut texts = Texts(Vec::new());
/// parsed.statement.unwrap().walk(&mut texts);
/// assert_eq!(texts.0, ["repl", "%"]);
/// ```
pub trait Visit {
    /// A node that has nodes in it; `name` is that of its type.
    fn enter(&mut self, name: &'static str, span: Option<Span>) {
        let _ = (name, span);
    }

    /// The end of such a node, as it was entered.
    fn leave(&mut self, name: &'static str, span: Option<Span>) {
        let _ = (name, span);
    }

    /// A value or a name.
    fn text(&mut self, text: &Text<'_>) {
        let _ = text;
    }

    /// A password, a hash, a challenge.
    fn secret(&mut self, secret: &Secret<'_>) {
        let _ = secret;
    }

    /// A number.
    fn number(&mut self, number: &Number<'_>) {
        let _ = number;
    }
}

impl Node for Span {
    type Owned = Span;
    fn into_owned(self) -> Span {
        self
    }
    fn same(&self, _: &Self) -> bool {
        true
    }
    fn walk<V: Visit + ?Sized>(&self, _: &mut V) {}
}

impl Node for bool {
    type Owned = bool;
    fn into_owned(self) -> bool {
        self
    }
    fn same(&self, other: &Self) -> bool {
        self == other
    }
    fn walk<V: Visit + ?Sized>(&self, _: &mut V) {}
}

impl<T: Node> Node for Option<T> {
    type Owned = Option<T::Owned>;
    fn into_owned(self) -> Self::Owned {
        self.map(Node::into_owned)
    }
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(two)) => one.same(two),
            (None, None) => true,
            _ => false,
        }
    }
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V) {
        if let Some(node) = self {
            node.walk(visitor);
        }
    }
}

impl<T: Node> Node for Vec<T> {
    type Owned = Vec<T::Owned>;
    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(Node::into_owned).collect()
    }
    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, two)| one.same(two))
    }
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V) {
        self.iter().for_each(|node| node.walk(visitor));
    }
}

impl<T: Node> Node for Box<T> {
    type Owned = Box<T::Owned>;
    fn into_owned(self) -> Self::Owned {
        Box::new((*self).into_owned())
    }
    fn same(&self, other: &Self) -> bool {
        (**self).same(other)
    }
    fn walk<V: Visit + ?Sized>(&self, visitor: &mut V) {
        (**self).walk(visitor);
    }
}

pub(super) fn owned(bytes: Cow<'_, [u8]>) -> Cow<'static, [u8]> {
    Cow::Owned(bytes.into_owned())
}

/// A struct or an enum of the tree. Structs have a `span`; a variant has no field, one, or named ones.
macro_rules! node {
    ($(#[$meta:meta])* pub struct $name:ident<$lt:lifetime> $fields:tt) => {
        node!(@struct [$(#[$meta])*] $name [<$lt>] [<'static>] [<'_>] $fields);
    };
    ($(#[$meta:meta])* pub struct $name:ident $fields:tt) => {
        node!(@struct [$(#[$meta])*] $name [] [] [] $fields);
    };
    (@struct [$($meta:tt)*] $name:ident [$($lt:tt)*] [$($static:tt)*] [$($any:tt)*] {
        $($(#[$field_meta:meta])* $field:ident: $ty:ty,)*
    }) => {
        $($meta)*
        #[derive(Clone, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name $($lt)* { $($(#[$field_meta])* pub $field: $ty,)* }

        impl $($lt)* $crate::ast::Node for $name $($lt)* {
            type Owned = $name $($static)*;
            fn into_owned(self) -> Self::Owned {
                $name { $($field: $crate::ast::Node::into_owned(self.$field),)* }
            }
            fn same(&self, other: &Self) -> bool {
                $($crate::ast::Node::same(&self.$field, &other.$field))&&*
            }
            fn walk<V: $crate::ast::Visit + ?Sized>(&self, visitor: &mut V) {
                visitor.enter(stringify!($name), Some(self.span));
                $($crate::ast::Node::walk(&self.$field, visitor);)*
                visitor.leave(stringify!($name), Some(self.span));
            }
        }

        impl PartialEq for $name $($any)* {
            fn eq(&self, other: &Self) -> bool {
                $crate::ast::Node::same(self, other)
            }
        }
    };
    ($(#[$meta:meta])* pub enum $name:ident<$lt:lifetime> {
        $($(#[$variant_meta:meta])* $variant:ident $(($ty:ty))? $({ $($(#[$field_meta:meta])* $field:ident: $field_ty:ty,)* })?,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name<$lt> {
            $($(#[$variant_meta])* $variant $(($ty))? $({ $($(#[$field_meta])* $field: $field_ty,)* })?,)*
        }

        impl<$lt> $crate::ast::Node for $name<$lt> {
            type Owned = $name<'static>;
            fn into_owned(self) -> Self::Owned {
                match self {
                    $(node!(@pattern $name $variant $(($ty) one)? $({ $($field)* })?) =>
                        node!(@owned $name $variant $(($ty) one)? $({ $($field)* })?),)*
                }
            }
            #[allow(unreachable_patterns)]
            fn same(&self, other: &Self) -> bool {
                match (self, other) {
                    $((node!(@left $name $variant $(($ty))? $({ $($field)* })?), node!(@right $name $variant $(($ty))? $({ $($field)* })?)) =>
                        node!(@same self other $name $variant $(($ty))? $({ $($field)* })?),)*
                    _ => false,
                }
            }
            fn walk<V: $crate::ast::Visit + ?Sized>(&self, visitor: &mut V) {
                visitor.enter(stringify!($name), None);
                match self {
                    $(node!(@pattern $name $variant $(($ty) one)? $({ $($field)* })?) =>
                        node!(@walk visitor $(($ty) one)? $({ $($field)* })?),)*
                }
                visitor.leave(stringify!($name), None);
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                $crate::ast::Node::same(self, other)
            }
        }
    };
    (@pattern $name:ident $variant:ident) => { $name::$variant };
    (@pattern $name:ident $variant:ident ($ty:ty) $one:ident) => { $name::$variant($one) };
    (@pattern $name:ident $variant:ident { $($field:ident)* }) => { $name::$variant { $($field,)* } };
    (@owned $name:ident $variant:ident) => { $name::$variant };
    (@owned $name:ident $variant:ident ($ty:ty) $one:ident) => { $name::$variant($crate::ast::Node::into_owned($one)) };
    (@owned $name:ident $variant:ident { $($field:ident)* }) => {
        $name::$variant { $($field: $crate::ast::Node::into_owned($field),)* }
    };
    (@left $name:ident $variant:ident $(($ty:ty))? $({ $($field:ident)* })?) => { $name::$variant { .. } };
    (@right $name:ident $variant:ident $(($ty:ty))? $({ $($field:ident)* })?) => { $name::$variant { .. } };
    (@same $this:ident $other:ident $name:ident $variant:ident) => { true };
    (@same $this:ident $other:ident $name:ident $variant:ident ($ty:ty)) => {
        match ($this, $other) {
            ($name::$variant(one), $name::$variant(two)) => $crate::ast::Node::same(one, two),
            _ => false,
        }
    };
    (@same $this:ident $other:ident $name:ident $variant:ident { $($field:ident)* }) => {
        match $this {
            $name::$variant { $($field,)* } => {
                $(let one = $field; match $other {
                    $name::$variant { $field, .. } if $crate::ast::Node::same(one, $field) => {}
                    _ => return false,
                })*
                true
            }
            _ => false,
        }
    };
    (@walk $visitor:ident) => { {} };
    (@walk $visitor:ident ($ty:ty) $one:ident) => { $crate::ast::Node::walk($one, $visitor) };
    (@walk $visitor:ident { $($field:ident)* }) => { { $($crate::ast::Node::walk($field, $visitor);)* } };
}

/// An enum of words: no text in it.
macro_rules! word_node {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$variant_meta])* $variant,)* }

        impl $crate::ast::Node for $name {
            type Owned = $name;
            fn into_owned(self) -> $name {
                self
            }
            fn same(&self, other: &Self) -> bool {
                self == other
            }
            fn walk<V: $crate::ast::Visit + ?Sized>(&self, _: &mut V) {}
        }
    };
}

pub(crate) use {node, word_node};
