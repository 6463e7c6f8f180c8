//! Any bytes as a web page: with the head that has them read as one.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut page = b"<!doctype html><html>".to_vec();
    page.extend_from_slice(bytes);
    rapporteur_fuzz::extract_and_check(&page);
});
