//! The four quad classes: word or deed, with or against.

use std::fmt;

/// A quad class, as GDELT numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quad {
    /// 1: words that bring together.
    VerbalCooperation = 1,
    /// 2: deeds that bring together.
    MaterialCooperation = 2,
    /// 3: words against.
    VerbalConflict = 3,
    /// 4: deeds against.
    MaterialConflict = 4,
}

impl Quad {
    /// The class's number, 1 to 4.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The class's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerbalCooperation => "verbal cooperation",
            Self::MaterialCooperation => "material cooperation",
            Self::VerbalConflict => "verbal conflict",
            Self::MaterialConflict => "material conflict",
        }
    }
}

impl fmt::Display for Quad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
