//! The files that say what the numbers of quadruples stand for: `name TAB number`.
//!
//! It must not know quadruples. Invariant: a number out of range costs a bad row, not memory.

use crate::cameo;
use crate::cast;
use crate::day::brief;
use crate::register::Register;
use crate::row::Row;

/// More names than any data set of the field has.
const MOST: usize = 4 << 20;

/// The name and the number of a row.
fn numbered<'a>(row: &Row<'a>) -> Result<(&'a str, usize), String> {
    let (name, number) = (row.cell(0), row.cell(1));
    if name.is_empty() {
        return Err("there is no name".to_owned());
    }
    let read = number.parse().ok().filter(|&number: &usize| number < MOST);
    read.map(|number| (name, number)).ok_or_else(|| format!("`{}` is no number of a name", brief(number)))
}

fn put<T>(list: &mut Vec<Option<T>>, number: usize, value: T) {
    if list.len() <= number {
        list.resize_with(number + 1, || None);
    }
    list[number] = Some(value);
}

/// Takes a row of `entity2id.txt`.
pub(crate) fn entity(row: &Row<'_>, register: &mut Register) -> Result<cast::Number, String> {
    let (name, number) = numbered(row)?;
    let actor = register.cast.named(name, None);
    put(&mut register.entities, number, actor);
    Ok(actor)
}

/// Takes a row of `relation2id.txt`. A relation that is none of CAMEO's is an error of the rows that have it.
pub(crate) fn relation(row: &Row<'_>, register: &mut Register) -> Result<(), String> {
    let (name, number) = numbered(row)?;
    put(&mut register.relations, number, cameo::by_name(name).ok_or_else(|| name.to_owned()));
    Ok(())
}
