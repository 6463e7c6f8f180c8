//! Short closed lists: honorifics, function words, and the last words that tell what a name is.

use super::KnownKind;

const HONORIFICS: &[&str] = &[
    "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Sir", "Lord", "Lady", "Dame", "HE", "H.E.", "Mme", "Mme.",
    "M.", "Herr", "Frau", "Señor", "Señora", "Don", "Doña", "Prof.", "Rev", "Rev.", "Hon.", "Gen.", "Col.", "Lt.", "Maj.",
    "Capt.", "Sen.", "Rep.", "Gov.", "Amb.", "Engineer", "Comrade", "Chief", "Daw", "Haji", "Hajji", "Shri", "Smt.", "Fr.",
    "Excellency", "Majesty", "Highness", "Eminence", "Holiness", "Minister", "Engr.", "Datuk", "Tan", "Tun", "Dato",
];

const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "with", "by", "from", "as", "than", "that",
    "this", "these", "those", "which", "who", "whom", "whose", "what", "when", "where", "why", "how", "if", "then", "he", "she",
    "it", "they", "we", "you", "i", "him", "her", "them", "us", "me", "his", "hers", "its", "their", "our", "my", "your", "is",
    "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "will", "would", "shall",
    "should", "can", "could", "may", "might", "must", "not", "no", "neither", "either", "both", "each", "all", "any", "some",
    "such", "so", "too", "also", "only", "just", "said", "says", "say", "told", "tells", "after", "before", "during", "while",
    "since", "until", "over", "under", "between", "among", "about", "into", "onto", "out", "up", "down", "off", "through", "against",
    "without", "within", "along", "across", "behind", "beside", "near", "there", "here", "one", "two", "three", "four", "five",
    "other", "another", "more", "most", "yet", "still", "even", "though", "although", "because", "however", "meanwhile",
];

const ORGANIZATIONS: &[&str] = &[
    "Ministry", "Council", "Commission", "Committee", "Union", "Party", "Front", "Agency", "Association", "Organization",
    "Organisation", "Organizations", "Federation", "Assembly", "Parliament", "Congress", "Senate", "Court", "Bank", "Fund", "Foundation", "Institute", "University",
    "Army", "Forces", "Force", "Movement", "League", "Alliance", "Coalition", "Bloc", "Group", "Community", "Authority",
    "Secretariat", "Department", "Office", "Bureau", "Embassy", "Mission", "Nations", "Brigade", "Command", "Corps", "Guard", "Company",
    "Corporation", "Unionists", "Democrats", "Congress", "Forum", "Board", "Chamber", "Cabinet", "Directorate", "Service", "Society",
    "Conference", "Mechanism", "States", "Churches", "Church",
];
const OUTLETS: &[&str] = &[
    "Times", "Post", "Tribune", "Herald", "News", "Radio", "Television", "TV", "Gazette", "Journal", "Telegraph", "Mail", "Observer",
    "Press", "Review", "Courier", "Ledger", "Chronicle", "Globe", "Standard", "Daily", "Weekly", "Live", "Today", "Star",
];
const VENUES: &[&str] = &[
    "Palace", "Hotel", "House", "Castle", "Hall", "Palais", "Villa", "Airport", "Base", "Bridge", "Square", "Street", "Room",
    "Stadium", "Centre", "Center", "Building", "Buildings", "Tower", "Club", "Residence", "Lodge", "Garden", "Gardens", "Park", "Barracks", "Camp", "Monastery",
    "Cathedral", "Museum", "Resort", "Pavilion", "Headquarters",
];
const OTHERS: &[&str] = &[
    "Agreement", "Accord", "Accords", "Treaty", "Convention", "Protocol", "Charter", "Act", "Declaration", "Pact", "Communiqué",
    "Communique", "Summit", "Talks", "Plan", "Process", "Resolution", "War", "Dialogue", "Initiative", "Compact", "Framework",
    "Day", "Week", "Prize", "Highway", "Dam", "River", "Sea", "Strait", "Bay", "Island", "Islands", "Road", "Cup", "Games", "Program", "Programme", "Airlines", "Airways", "One",
];

/// Whether the word is an honorific, with its capital.
pub fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(&word)
}

/// Whether the word, in any case, belongs to the grammar and not to the matter.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(&word.to_lowercase().as_str())
}

/// What a name of several words is by its last one: a ministry is an organisation, a palace a venue.
pub fn kind_by_last_word(word: &str) -> Option<KnownKind> {
    let lists = [(ORGANIZATIONS, KnownKind::Organization), (OUTLETS, KnownKind::Outlet), (VENUES, KnownKind::Venue), (OTHERS, KnownKind::Other)];
    lists.into_iter().find(|(list, _)| list.contains(&word)).map(|(_, kind)| kind)
}
