//! Any bytes, as a file without a known format.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    rapporteur_fuzz::extract_and_check(bytes);
});
