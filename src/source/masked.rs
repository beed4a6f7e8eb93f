/// todo
pub const MASK: u8 = b'*';
/// todo
pub fn mask() {}
