//! What readers of the gazetteer rely on, name by name.

use super::{
    Entry, Gender, Kind, Sense, given_name, honorific, is_common_word, longest, lookup, state, states, table,
};

fn first(name: &str) -> Option<(Sense, &'static str, String)> {
    lookup(name).next().map(|e| (e.sense, e.name, e.country.map(|c| c.to_string()).unwrap_or_default()))
}

fn sense(name: &str, sense: Sense) -> Option<Entry> {
    lookup(name).find(|entry| entry.sense == sense)
}

#[test]
fn states_go_by_many_names() {
    for (name, code) in [
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("the Holy See", "VAT"),
        ("Vatican", "VAT"),
        ("DRC", "COD"),
        ("Zaire", "COD"),
        ("Congo-Kinshasa", "COD"),
        ("Czech Republic", "CZE"),
        ("Swaziland", "SWZ"),
        ("UK", "GBR"),
        ("U.K.", "GBR"),
        ("Great Britain", "GBR"),
        ("U.S.", "USA"),
        ("USA", "USA"),
        ("America", "USA"),
        ("UAE", "ARE"),
        ("Holland", "NLD"),
        ("Kosovo", "XKX"),
        ("Palestine", "PSE"),
        ("Taiwan", "TWN"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("Western Sahara", "ESH"),
        ("DPRK", "PRK"),
        ("Timor-Leste", "TLS"),
        ("Cabo Verde", "CPV"),
    ] {
        let found = first(name);
        assert_eq!(found.as_ref().map(|f| (f.0, f.2.as_str())), Some((Sense::Country, code)), "{name}");
    }
}

#[test]
fn former_states_keep_their_names() {
    for (name, code) in [
        ("Soviet Union", "SUN"),
        ("USSR", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Czechoslovakia", "CSK"),
        ("GDR", "DDR"),
        ("West Germany", "DEU"),
        ("Rhodesia", "RHO"),
        ("South Yemen", "YMD"),
        ("North Vietnam", "VDR"),
    ] {
        let found = first(name);
        assert_eq!(found.as_ref().map(|f| (f.0, f.2.as_str())), Some((Sense::FormerCountry, code)), "{name}");
    }
    let soviet = sense("Soviet", Sense::Adjective).expect("an adjective");
    assert_eq!((soviet.name, soviet.within), ("Soviet Union", Some("Russia")));
}

#[test]
fn peoples_are_told_from_adjectives() {
    for (name, wanted, state) in [
        ("Turkish", Sense::Adjective, "Turkey"),
        ("Turk", Sense::Citizen, "Turkey"),
        ("Turks", Sense::Citizens, "Turkey"),
        ("Dutch", Sense::Adjective, "Netherlands"),
        ("Philippine", Sense::Adjective, "Philippines"),
        ("Filipinos", Sense::Citizens, "Philippines"),
        ("Britons", Sense::Citizens, "United Kingdom"),
        ("East German", Sense::Adjective, "East Germany"),
        ("Scottish", Sense::Adjective, "Scotland"),
        ("Angolans", Sense::Citizens, "Angola"),
        ("Swiss", Sense::Citizens, "Switzerland"),
        ("Palestinians", Sense::Citizens, "Palestine"),
        ("Abkhaz", Sense::Adjective, "Abkhazia"),
    ] {
        assert_eq!(sense(name, wanted).map(|e| e.name), Some(state), "{name}");
    }
}

#[test]
fn capitals_and_seats_speak_for_their_states() {
    for (name, wanted, code) in [
        ("Moscow", Sense::Capital, "RUS"),
        ("Beijing", Sense::Capital, "CHN"),
        ("Washington", Sense::Seat, "USA"),
        ("Kremlin", Sense::Seat, "RUS"),
        ("the White House", Sense::Seat, "USA"),
        ("Downing Street", Sense::Seat, "GBR"),
        ("Élysée", Sense::Seat, "FRA"),
        ("Elysee", Sense::Seat, "FRA"),
        ("Quai d'Orsay", Sense::Seat, "FRA"),
        ("Foggy Bottom", Sense::Seat, "USA"),
        ("Itamaraty", Sense::Seat, "BRA"),
        ("Malacañang", Sense::Seat, "PHL"),
        ("Bankova", Sense::Seat, "UKR"),
        ("Tel Aviv", Sense::Seat, "ISR"),
        ("Kyiv", Sense::Capital, "UKR"),
        ("Kiev", Sense::Seat, "UKR"),
        ("South Block", Sense::Seat, "IND"),
    ] {
        assert_eq!(
            sense(name, wanted).and_then(|e| e.country).map(|c| c.to_string()).as_deref(),
            Some(code),
            "{name}"
        );
    }
}

#[test]
fn cities_are_found_under_old_and_foreign_names() {
    for (name, city, code) in [
        ("Kiev", "Kyiv", "UKR"),
        ("Peking", "Beijing", "CHN"),
        ("Saigon", "Ho Chi Minh City", "VNM"),
        ("Leningrad", "Saint Petersburg", "RUS"),
        ("Bombay", "Mumbai", "IND"),
        ("Rangoon", "Yangon", "MMR"),
        ("Istanbul", "Istanbul", "TUR"),
        ("İstanbul", "Istanbul", "TUR"),
        ("Genève", "Geneva", "CHE"),
        ("Sharm el-Sheikh", "Sharm el-Sheikh", "EGY"),
        ("St. Petersburg", "Saint Petersburg", "RUS"),
        ("Paris", "Paris", "FRA"),
        ("London", "London", "GBR"),
        ("Davos", "Davos", "CHE"),
        ("N’Djamena", "N'Djamena", "TCD"),
        ("Washington", "Washington", "USA"),
        ("Panama City", "Panama City", "PAN"),
        ("Jeddah", "Jeddah", "SAU"),
    ] {
        let found = sense(name, Sense::City).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(
            (found.name, found.country.map(|c| c.to_string()).as_deref()),
            (city, Some(code)),
            "{name}"
        );
    }
    let istanbul = sense("Istanbul", Sense::City).expect("a city");
    assert_eq!(istanbul.geonames, Some(745_044));
    assert!((istanbul.latitude.expect("degrees") - 41.0138).abs() < 0.001);
    assert!((istanbul.longitude.expect("degrees") - 28.9497).abs() < 0.001);
    assert!(istanbul.population > 10_000_000 && !istanbul.is_capital && !istanbul.ambiguous);
    let lima = sense("Lima", Sense::City).expect("a city");
    assert!(lima.is_capital && lima.latitude.expect("degrees") < 0.0);
}

#[test]
fn venues_lie_in_cities_and_regions_in_states() {
    let palace = sense("Dolmabahce Palace", Sense::Venue).expect("a venue");
    assert_eq!((palace.name, palace.within), ("Dolmabahçe Palace", Some("Istanbul")));
    for name in [
        "Camp David",
        "Palais des Nations",
        "Mar-a-Lago",
        "Panmunjom",
        "Stormont",
        "Hofburg",
        "Villa La Grange",
    ] {
        assert!(sense(name, Sense::Venue).is_some(), "{name}");
    }
    for (name, code) in [
        ("Bavaria", "DEU"),
        ("Kashmir", "IND"),
        ("Crimea", "UKR"),
        ("Golan", "SYR"),
        ("Tibet", "CHN"),
        ("Gaza", "PSE"),
        ("West Bank", "PSE"),
        ("Donetsk region", "UKR"),
        ("Tuscany", "ITA"),
        ("Jujuy", "ARG"),
        ("Scotland", "GBR"),
    ] {
        let found = sense(name, Sense::Region).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(found.country.map(|c| c.to_string()).as_deref(), Some(code), "{name}");
    }
    assert_eq!(sense("Middle East", Sense::Region).map(|e| e.country), Some(None));
}

#[test]
fn the_longest_name_wins() {
    for (text, words, name) in [
        ("Papua New Guinea said", 3, "Papua New Guinea"),
        ("South Africa 's minister", 2, "South Africa"),
        ("New York", 2, "New York"),
        ("Democratic Republic of the Congo and Rwanda", 5, "Democratic Republic of the Congo"),
        ("US Secretary of State", 1, "United States"),
        ("US State Department spokesman", 3, "United States"),
        ("Sharm el - Sheikh summit", 4, "Sharm el-Sheikh"),
        ("Turkey's", 1, "Turkey"),
        ("the Hague", 2, "Netherlands"),
        ("Great Hall of the People in Beijing", 5, "Great Hall of the People"),
    ] {
        let slice: Vec<&str> = text.split(' ').collect();
        let (count, mut senses) = longest(&slice).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((count, senses.next().map(|e| e.name)), (words, Some(name)), "{text}");
    }
    for text in ["us", "with Russia", "nice to meet", "", "- Russia", ", Paris", "xyzzy"] {
        assert!(longest(&text.split(' ').collect::<Vec<_>>()).is_none(), "{text}");
    }
    assert!(longest(&[]).is_none());
    // Other punctuation ends a name.
    assert_eq!(longest(&["South", ",", "Africa"]).map(|(count, _)| count).filter(|&count| count > 1), None);
}

#[test]
fn names_that_want_context_are_flagged() {
    for name in [
        "Georgia", "Jordan", "Chad", "Nice", "Reading", "Bath", "Mobile", "Split", "Lincoln", "Victoria",
        "Lawrence",
    ] {
        let found = lookup(name).next().unwrap_or_else(|| panic!("{name}"));
        assert!(found.ambiguous, "{name}: {found:?}");
    }
    for name in ["NATO", "Nato", "Khartoum", "Kyiv", "Kiev", "Davos", "Camp David", "Bavaria"] {
        assert!(lookup(name).next().is_some_and(|e| !e.ambiguous), "{name}");
    }
    for name in ["Kuroda", "Kennedy", "Moyo", "Un", "the Guardian", "The Hill"] {
        assert!(lookup(name).all(|e| e.ambiguous), "{name}");
    }
    for name in ["France", "Paris", "London", "Istanbul", "Geneva", "Doha", "Lima", "Sofia", "Washington"] {
        let found = lookup(name).next().unwrap_or_else(|| panic!("{name}"));
        assert!(!found.ambiguous, "{name}: {found:?}");
    }
}

#[test]
fn organizations_and_media_are_told_apart() {
    for (name, wanted, canonical, kind) in [
        ("UN", Sense::Organization, "United Nations", Kind::Intergovernmental),
        ("U.N. Security Council", Sense::Organization, "UN Security Council", Kind::Agency),
        ("NATO", Sense::Organization, "North Atlantic Treaty Organization", Kind::Intergovernmental),
        ("Nato", Sense::Organization, "North Atlantic Treaty Organization", Kind::Intergovernmental),
        ("the Arab League", Sense::Organization, "League of Arab States", Kind::Intergovernmental),
        ("World Court", Sense::Organization, "International Court of Justice", Kind::Court),
        ("Hizbullah", Sense::Organization, "Hezbollah", Kind::ArmedGroup),
        ("Sinn Fein", Sense::Organization, "Sinn Féin", Kind::Party),
        ("Reuters", Sense::Outlet, "Reuters", Kind::Media),
        ("Agence France-Presse", Sense::Outlet, "Agence France-Presse", Kind::Media),
        ("The New York Times", Sense::Outlet, "New York Times", Kind::Media),
        ("Anadolu", Sense::Outlet, "Anadolu Agency", Kind::Media),
    ] {
        let found = sense(name, wanted).unwrap_or_else(|| panic!("{name}"));
        assert_eq!((found.name, found.kind), (canonical, kind), "{name}");
    }
    assert_eq!(sense("Security Council", Sense::Organization).and_then(|e| e.within), Some("United Nations"));
    assert_eq!(sense("Houthi", Sense::Adjective).map(|e| e.name), Some("Houthis"));
    for word in ["who", "Who", "un", "is"] {
        assert!(lookup(word).all(|e| e.sense != Sense::Organization), "{word}");
    }
    assert!(lookup("Guardian").next().is_some_and(|e| e.ambiguous));
    let (words, mut senses) = longest(&["UN", "Security", "Council", "members"]).expect("known");
    assert_eq!((words, senses.next().map(|e| e.name)), (3, Some("UN Security Council")));
}

#[test]
fn single_words_are_known() {
    for (name, gender) in [
        ("Hakan", Gender::Male),
        ("Volodymyr", Gender::Male),
        ("Angela", Gender::Female),
        ("Condoleezza", Gender::Female),
        ("Sergey", Gender::Male),
        ("Recep", Gender::Male),
        ("Mary", Gender::Female),
        ("Sheikh", Gender::Either),
    ] {
        assert_eq!(given_name(name), Some(gender), "{name}");
    }
    for word in ["Minister", "Istanbul", "the", ""] {
        assert_eq!(given_name(word), None, "{word}");
    }
    assert!(["The", "meanwhile", "Asked", "officials"].iter().all(|word| is_common_word(word)));
    assert!(["Lavrov", "Ankara", "Zelensky", ""].iter().all(|word| !is_common_word(word)));
    assert_eq!(honorific("Mr"), Some(Gender::Male));
    assert_eq!(honorific("Ms."), Some(Gender::Female));
    assert_eq!(honorific("H.E."), Some(Gender::Either));
    assert_eq!(honorific("Minister"), None);
}

#[test]
fn every_state_is_found_by_its_code() {
    assert!(states().count() > 250);
    for entry in states() {
        let code = entry.country.expect("a state has a code");
        assert!(state(code).is_some(), "{}", entry.name);
    }
}

/// The script that packs the names and the reader fold them by the same rule.
#[test]
fn every_entity_is_found_by_its_name() {
    let entities: Vec<Entry> = (0..).map_while(table::entity).collect();
    assert!(entities.len() > 35_000);
    for entity in entities {
        let found = lookup(entity.name)
            .any(|e| (e.name, e.kind, e.country) == (entity.name, entity.kind, entity.country));
        assert!(found, "{entity:?}");
    }
}

#[test]
fn hostile_names_are_harmless() {
    for name in ["", " ", "\u{0}", "'s", "’", "A\u{301}\u{301}\u{301}", "🦀", &"X ".repeat(10_000), "İ", "ﷺ"]
    {
        let _ = lookup(name).count();
        let _ = longest(&name.split_whitespace().collect::<Vec<_>>());
    }
}
