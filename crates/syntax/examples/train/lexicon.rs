//! The words the trainer knows: those with pretrained vectors and those seen in the treebank.

use std::collections::HashMap;
use std::path::Path;

use rapporteur_syntax::training::Word;

use crate::parameters::PRETRAINED;

/// Rows of words, by the hash of their folded form.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Words with pretrained vectors, in order of frequency.
    pub pretrained: HashMap<u64, u32>,
    pub vectors: Vec<f32>,
    /// Words seen often enough to learn something of their own, with how often.
    pub learned: HashMap<u64, (u32, u32)>,
    /// One spelling for each pretrained row and each learned row, to export.
    pub pretrained_forms: Vec<String>,
    pub learned_forms: Vec<String>,
}

impl Lexicon {
    /// Reads the first `limit` vectors of a file in GloVe's text format.
    pub fn read_vectors(&mut self, path: &Path, limit: usize) -> Result<(), String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        for line in text.lines().take(limit) {
            let mut fields = line.split(' ');
            let word = fields.next().unwrap_or_default();
            let hash = Word::new(word, false).hash;
            if self.pretrained.contains_key(&hash) {
                continue;
            }
            let vector: Vec<f32> = fields.filter_map(|field| field.parse().ok()).collect();
            if vector.len() != PRETRAINED {
                return Err(format!("{}: {word}: {} numbers", path.display(), vector.len()));
            }
            let row = self.pretrained_forms.len() as u32;
            self.pretrained.insert(hash, row);
            self.pretrained_forms.push(word.to_owned());
            self.vectors.extend_from_slice(&vector);
        }
        Ok(())
    }

    /// Gives a row to every word seen at least `least` times.
    pub fn count<'a>(&mut self, words: impl Iterator<Item = &'a str>, least: u32) {
        let mut counts: HashMap<u64, (u32, &str)> = HashMap::new();
        let mut order = Vec::new();
        for form in words {
            let hash = Word::new(form, false).hash;
            let entry = counts.entry(hash).or_insert((0, form));
            entry.0 += 1;
            if entry.0 == least {
                order.push(hash);
            }
        }
        for hash in order {
            if let Some(&(count, form)) = counts.get(&hash) {
                self.learned.insert(hash, (self.learned_forms.len() as u32, count));
                self.learned_forms.push(form.to_owned());
            }
        }
    }
}
