//! One sense of a name, as the gazetteer answers it.

use rapporteur_schema::Country;

/// In what way a name means its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// The state itself: `Turkey`, `Türkiye`.
    Country,
    /// A state that is no more: `Soviet Union`.
    FormerCountry,
    /// The adjective of a state or region: `Turkish`.
    Adjective,
    /// One of its people: `Turk`.
    Citizen,
    /// Its people: `Turks`.
    Citizens,
    /// The capital, standing for the government: `Ankara`. The entity is the state.
    Capital,
    /// A palace, ministry, street or second city that stands for the government: `Kremlin`.
    /// The entity is the state.
    Seat,
    /// A town or city.
    City,
    /// A part of a state, a sea, or a group of states.
    Region,
    /// A building, hotel, base or other place of meetings.
    Venue,
    /// An organisation, movement or party.
    Organization,
    /// A newspaper, broadcaster or news agency.
    Outlet,
}

/// What an entity is, whatever the sense of the name that led to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A state or territory with an ISO 3166-1 code.
    Country,
    /// A state that is no more.
    FormerCountry,
    /// A part of a state, a sea, or a group of states.
    Region,
    /// A town or city.
    City,
    /// A place of meetings.
    Venue,
    /// An organisation whose members are states.
    Intergovernmental,
    /// An organ, agency or mission of an organisation or a state.
    Agency,
    /// An international court.
    Court,
    /// A movement that bears or bore arms.
    ArmedGroup,
    /// A political party or liberation movement.
    Party,
    /// A church.
    Church,
    /// A humanitarian, expert or campaigning body.
    Civil,
    /// A newspaper, broadcaster or news agency.
    Media,
}

impl Kind {
    pub(super) const fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::Country,
            1 => Self::FormerCountry,
            2 => Self::Region,
            3 => Self::City,
            4 => Self::Venue,
            5 => Self::Intergovernmental,
            6 => Self::Agency,
            7 => Self::Court,
            8 => Self::ArmedGroup,
            9 => Self::Party,
            10 => Self::Church,
            11 => Self::Civil,
            12 => Self::Media,
            _ => return None,
        })
    }

    /// The sense in which an entity's own name means it.
    pub const fn own_sense(self) -> Sense {
        match self {
            Self::Country => Sense::Country,
            Self::FormerCountry => Sense::FormerCountry,
            Self::Region => Sense::Region,
            Self::City => Sense::City,
            Self::Venue => Sense::Venue,
            Self::Media => Sense::Outlet,
            _ => Sense::Organization,
        }
    }
}

impl Sense {
    /// Whether the name, in this sense, can stand for an actor: a state, its government, a body.
    pub const fn is_actor(self) -> bool {
        matches!(
            self,
            Self::Country
                | Self::FormerCountry
                | Self::Capital
                | Self::Seat
                | Self::Organization
                | Self::Outlet
        )
    }

    /// Whether the name, in this sense, is somewhere to be.
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::FormerCountry | Self::City | Self::Region | Self::Venue)
    }

    pub(super) const fn from_number(number: u32) -> Option<Self> {
        Some(match number {
            0 => Self::Country,
            1 => Self::FormerCountry,
            2 => Self::Adjective,
            3 => Self::Citizen,
            4 => Self::Citizens,
            5 => Self::Capital,
            6 => Self::Seat,
            7 => Self::City,
            8 => Self::Region,
            9 => Self::Venue,
            10 => Self::Organization,
            11 => Self::Outlet,
            _ => return None,
        })
    }
}

/// One sense of a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// In what way the name means it.
    pub sense: Sense,
    /// The entity's usual English name: `Turkey` for `Türkiye`, `Turks` and `Ankara` as a capital.
    pub name: &'static str,
    /// Its state's code; none for a region across several, or a body of several states. A former state
    /// has its former code, and an adjective of a region the code of the state the region lies in.
    pub country: Option<Country>,
    /// What the entity itself is: a country, where the sense is an adjective of it.
    pub kind: Kind,
    /// Degrees north, WGS 84.
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    pub longitude: Option<f64>,
    /// Inhabitants of a city; 0 where unknown.
    pub population: u32,
    /// Its GeoNames id.
    pub geonames: Option<u32>,
    /// The name of what it lies in (a venue's city), of what it is an organ of, or of a former state's
    /// successor.
    pub within: Option<&'static str>,
    /// Whether it is a city that is its state's capital.
    pub is_capital: bool,
    /// Whether the name is also a common word, a given name or a surname, or shared, so that only
    /// context makes it a place.
    pub ambiguous: bool,
    /// Whether the name is a lesser spelling of the entity's.
    pub alternate: bool,
}
