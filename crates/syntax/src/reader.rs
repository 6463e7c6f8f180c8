//! Reads the parts of a model file in order. It checks lengths; what the numbers mean is the
//! model's business.

use crate::error::ModelError;

/// Where reading has come to.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The place of the next `length` bytes, which are passed over.
    pub(crate) fn range(
        &mut self,
        length: usize,
        what: &'static str,
    ) -> Result<std::ops::Range<usize>, ModelError> {
        let end = self.at.checked_add(length).filter(|&end| end <= self.bytes.len());
        let range = self.at..end.ok_or(ModelError::Truncated { what })?;
        self.at = range.end;
        Ok(range)
    }

    /// The next `length` bytes.
    pub(crate) fn take(&mut self, length: usize, what: &'static str) -> Result<&'a [u8], ModelError> {
        self.range(length, what).map(|range| &self.bytes[range])
    }

    pub(crate) fn number(&mut self, what: &'static str) -> Result<u32, ModelError> {
        let bytes = self.take(4, what)?;
        Ok(bytes.first_chunk().map_or(0, |chunk| u32::from_le_bytes(*chunk)))
    }

    /// Numbers in floating point.
    pub(crate) fn floats(&mut self, count: usize, what: &'static str) -> Result<Vec<f32>, ModelError> {
        let bytes = self.take(count * 4, what)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|chunk| f32::from_le_bytes(*chunk)).collect())
    }

    /// A matrix kept as sixteen-bit numbers with one factor a column.
    pub(crate) fn matrix(
        &mut self,
        inputs: usize,
        outputs: usize,
        what: &'static str,
    ) -> Result<Vec<f32>, ModelError> {
        let factors = self.floats(outputs, what)?;
        let bytes = self.take(inputs * outputs * 2, what)?;
        let mut values = Vec::with_capacity(inputs * outputs);
        for row in bytes.chunks_exact(outputs * 2) {
            values.extend(
                row.as_chunks::<2>()
                    .0
                    .iter()
                    .zip(&factors)
                    .map(|(chunk, factor)| f32::from(i16::from_le_bytes(*chunk)) * factor),
            );
        }
        Ok(values)
    }

    /// Whether all bytes have been read.
    pub(crate) const fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }
}
