/// The rules of the area `syntax`: why a server's parser stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SyntaxRule {
    /// The servers at hand are older than what the statement uses.
    NeedsNewerServer,
    /// The servers at hand no longer have the statement or clause.
    RemovedSyntax,
    /// The servers at hand no longer have the option under this name.
    RemovedOption,
    /// Only the other flavour has it.
    OtherFlavour,
    /// No channel option has this name.
    UnknownOption,
    /// No statement that replint reads starts so.
    UnknownStatement,
    /// A keyword with a slip in it.
    MisspelledKeyword,
    /// A reserved word stands for a name without quotes.
    ReservedWord,
    /// A host with other bytes than those of a name stands without quotes.
    HostNeedsQuotes,
    /// A string without quotes.
    ValueNeedsQuotes,
    /// A number with quotes.
    NumberInQuotes,
    /// A word of the grammar between quotes.
    WordInQuotes,
    /// A name between the quotes of a string.
    NameInQuotes,
    /// Two elements of a list without a comma between them.
    MissingComma,
    /// A statement starts where the one before could end.
    MissingSemicolon,
    /// A comma with nothing behind it.
    TrailingComma,
    /// A quote without its end.
    UnclosedQuote,
    /// A comment without its end.
    UnclosedComment,
    /// A quote of a word processor.
    TypographicQuote,
    /// Punctuation of an East Asian keyboard.
    FullWidthPunctuation,
    /// A space or mark that cannot be seen and is no white space for a server.
    InvisibleCharacter,
    /// The grammar accepts it; the server refuses it all the same.
    RefusedBehindGrammar,
    /// The statement ends before it is complete.
    UnexpectedEnd,
    /// Something else was expected.
    UnexpectedToken,
    /// A placeholder of a template stands where more than a name or a value is due: what the servers make of the statement is not known.
    PlaceholderInTheWay,
}

impl SyntaxRule {
    /// As it is selected and ignored: kebab-case.
    pub const fn name(self) -> &'static str {
        match self {
            SyntaxRule::NeedsNewerServer => "needs-newer-server",
            SyntaxRule::RemovedSyntax => "removed-syntax",
            SyntaxRule::RemovedOption => "removed-option",
            SyntaxRule::OtherFlavour => "other-flavour",
            SyntaxRule::UnknownOption => "unknown-option",
            SyntaxRule::UnknownStatement => "unknown-statement",
            SyntaxRule::MisspelledKeyword => "misspelled-keyword",
            SyntaxRule::ReservedWord => "reserved-word",
            SyntaxRule::HostNeedsQuotes => "host-needs-quotes",
            SyntaxRule::ValueNeedsQuotes => "value-needs-quotes",
            SyntaxRule::NumberInQuotes => "number-in-quotes",
            SyntaxRule::WordInQuotes => "word-in-quotes",
            SyntaxRule::NameInQuotes => "name-in-quotes",
            SyntaxRule::MissingComma => "missing-comma",
            SyntaxRule::MissingSemicolon => "missing-semicolon",
            SyntaxRule::TrailingComma => "trailing-comma",
            SyntaxRule::UnclosedQuote => "unclosed-quote",
            SyntaxRule::UnclosedComment => "unclosed-comment",
            SyntaxRule::TypographicQuote => "typographic-quote",
            SyntaxRule::FullWidthPunctuation => "full-width-punctuation",
            SyntaxRule::InvisibleCharacter => "invisible-character",
            SyntaxRule::RefusedBehindGrammar => "refused-behind-grammar",
            SyntaxRule::UnexpectedEnd => "unexpected-end",
            SyntaxRule::UnexpectedToken => "unexpected-token",
            SyntaxRule::PlaceholderInTheWay => "placeholder-in-the-way",
        }
    }
}
