/// An enum of rules: each with its name, and all of them.
macro_rules! named_rules {
    ($(#[doc = $about:literal])* pub enum $type:ident { $($(#[doc = $doc:literal])* $rule:ident = $name:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type {
            $($(#[doc = $doc])* $rule,)*
        }

        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$rule),*];

            /// As it is selected and ignored: kebab-case.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }
        }
    };
}

pub(crate) use named_rules;
