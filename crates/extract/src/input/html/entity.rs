//! Character references, for pages that are not parsed: the numeric ones and those that news uses.

const NAMED: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bdquo", '„'),
    ("sbquo", '‚'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("copy", '©'),
    ("eacute", 'é'),
    ("euro", '€'),
    ("pound", '£'),
    ("shy", '\u{ad}'),
];

/// The character that the reference at the beginning of `text` stands for, and the bytes it takes.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let head = text.strip_prefix('&')?;
    let end = head.bytes().take(12).position(|byte| byte == b';')?;
    let name = head.get(..end)?;
    let found = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((found, end + 2))
}
