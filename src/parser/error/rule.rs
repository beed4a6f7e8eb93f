use crate::diagnostic::named_rules;

named_rules! {
    /// The rules of the area `syntax`: why a server's parser stops.
    pub enum SyntaxRule {
        /// The servers at hand are older than what the statement uses.
        NeedsNewerServer = "needs-newer-server",
        /// The servers at hand no longer have the statement or clause.
        RemovedSyntax = "removed-syntax",
        /// The servers at hand no longer have the option under this name.
        RemovedOption = "removed-option",
        /// Only the other flavour has it.
        OtherFlavour = "other-flavour",
        /// No channel option has this name.
        UnknownOption = "unknown-option",
        /// No statement that replint reads starts so.
        UnknownStatement = "unknown-statement",
        /// A keyword with a slip in it.
        MisspelledKeyword = "misspelled-keyword",
        /// A reserved word stands for a name without quotes.
        ReservedWord = "reserved-word",
        /// A host with other bytes than those of a name stands without quotes.
        HostNeedsQuotes = "host-needs-quotes",
        /// A string without quotes.
        ValueNeedsQuotes = "value-needs-quotes",
        /// A number with quotes.
        NumberInQuotes = "number-in-quotes",
        /// A word of the grammar between quotes.
        WordInQuotes = "word-in-quotes",
        /// A name between the quotes of a string.
        NameInQuotes = "name-in-quotes",
        /// Two elements of a list without a comma between them.
        MissingComma = "missing-comma",
        /// A statement starts where the one before could end.
        MissingSemicolon = "missing-semicolon",
        /// A comma with nothing behind it.
        TrailingComma = "trailing-comma",
        /// A quote without its end.
        UnclosedQuote = "unclosed-quote",
        /// A comment without its end.
        UnclosedComment = "unclosed-comment",
        /// The sixth digit of a version in an executable comment is code for the servers at hand.
        VersionCommentDigits = "version-comment-digits",
        /// A quote of a word processor.
        TypographicQuote = "typographic-quote",
        /// Punctuation of an East Asian keyboard.
        FullWidthPunctuation = "full-width-punctuation",
        /// A space or mark that cannot be seen and is no white space for a server.
        InvisibleCharacter = "invisible-character",
        /// The grammar accepts it; the server refuses it all the same.
        RefusedBehindGrammar = "refused-behind-grammar",
        /// The statement ends before it is complete.
        UnexpectedEnd = "unexpected-end",
        /// Something else was expected.
        UnexpectedToken = "unexpected-token",
        /// A placeholder of a template stands where more than a name or a value is due: what the servers make of the statement is not known.
        PlaceholderInTheWay = "placeholder-in-the-way",
    }
}
