//! How a value of the index is written: a version byte, the payload, and the checksum of both. The only
//! file that names bincode.
//!
//! It must not know what the values mean. Invariant: bytes that open are bytes that were sealed. A change
//! of any type that goes through here, or of what is derived, is a new [`VERSION`], and the index is made again.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The first byte of every value.
pub(crate) const VERSION: u8 = 6;
/// Bytes around a payload.
const FRAME: usize = 5;

/// Why a value could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CodecError {
    /// Another version than this release's, or too short to have one.
    Version,
    /// The checksum is wrong.
    Checksum,
    /// The payload is not of the type wanted.
    Payload,
}

impl std::fmt::Display for CodecError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Version => "a value is of another version",
            Self::Checksum => "a value's checksum is wrong",
            Self::Payload => "a value is not of its type",
        })
    }
}

/// Puts a version byte before a payload and the checksum of both behind.
pub(crate) fn seal(payload: &[u8]) -> Vec<u8> {
    let mut sealed = Vec::with_capacity(payload.len() + FRAME);
    sealed.push(VERSION);
    sealed.extend_from_slice(payload);
    sealed.extend_from_slice(&crc32fast::hash(&sealed).to_le_bytes());
    sealed
}

/// The payload of what was sealed.
pub(crate) fn open(sealed: &[u8]) -> Result<&[u8], CodecError> {
    let (body, checksum) = sealed.split_last_chunk::<4>().ok_or(CodecError::Version)?;
    let (version, payload) = body.split_first().ok_or(CodecError::Version)?;
    if crc32fast::hash(body) != u32::from_le_bytes(*checksum) {
        return Err(CodecError::Checksum);
    }
    if *version != VERSION {
        return Err(CodecError::Version);
    }
    Ok(payload)
}

/// The bytes of a value, unsealed: for entries of blocks, which are sealed as a whole.
pub(crate) fn encode(value: &impl Serialize) -> Result<Vec<u8>, CodecError> {
    bincode::serde::encode_to_vec(value, bincode::config::standard()).map_err(|_| CodecError::Payload)
}

/// The value of bytes that `encode` wrote.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CodecError> {
    let config = bincode::config::standard().with_limit::<{ 256 << 20 }>();
    match bincode::serde::decode_from_slice(bytes, config) {
        Ok((value, read)) if read == bytes.len() => Ok(value),
        _ => Err(CodecError::Payload),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_flipped_bit_is_found() {
        let sealed = seal(b"held in Istanbul");
        assert_eq!(open(&sealed), Ok(b"held in Istanbul".as_slice()));
        for bit in 0..sealed.len() * 8 {
            let mut flipped = sealed.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&flipped).is_err(), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert!(open(&sealed[..length]).is_err(), "cut to {length}");
        }
    }

    #[test]
    fn what_is_left_over_or_missing_is_an_error() {
        let bytes = encode(&(7_u32, "Tirana".to_owned())).unwrap();
        assert_eq!(decode::<(u32, String)>(&bytes), Ok((7, "Tirana".to_owned())));
        assert!(decode::<u32>(&bytes).is_err());
        assert!(decode::<(u32, String)>(&bytes[..bytes.len() - 1]).is_err());
    }
}
