/// Why a file gives no certificate, key or list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is not there.
    #[error("there is no such file")]
    Missing,
    /// The path does not begin with `/`, and where the server starts is not known.
    #[error("the path is relative to a directory that is not known")]
    Relative,
    /// A directory, or something else that is read from.
    #[error("it is not a file")]
    NotAFile,
    /// Links lead in circles.
    #[error("its links lead in circles")]
    TooManyLinks,
    /// It may not be read here; the server may be allowed to.
    #[error("it cannot be read")]
    Unreadable,
    /// It is not looked at.
    #[error("it is larger than 4 MiB")]
    TooLarge,
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// DER, where servers read PEM.
    #[error("it is DER, not PEM")]
    Der,
    /// No BEGIN line is in it.
    #[error("it is not PEM")]
    NotPem,
}
