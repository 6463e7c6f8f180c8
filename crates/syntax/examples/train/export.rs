//! Writes the model file that `src/model.rs` reads, and the lemmas the rules get wrong.

use std::collections::BTreeMap;
use std::path::Path;

use rapporteur_syntax::training::{MAGIC, Transition, Word, header, regular};
use rapporteur_syntax::{FineTag, Upos};

use crate::conllu::Sentence;
use crate::example::{self, Input};
use crate::lexicon::Lexicon;
use crate::network::Network;
use crate::parameters::{CONTEXT, GATES, HIDDEN, RecurrentPlaces, TAGS, WINDOW, WORD};

/// The file, part by part.
#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: usize) {
        self.0.extend_from_slice(&(number as u32).to_le_bytes());
    }

    fn floats(&mut self, values: &[f32]) {
        for value in values {
            self.0.extend_from_slice(&value.to_le_bytes());
        }
    }

    /// Eight-bit rows, factors first; a factor is the upper half of a 32-bit float.
    fn rows(&mut self, values: &[f32]) {
        let factor = |row: &[f32]| {
            let largest = row.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
            // Rounded up, so that no value exceeds 127.
            ((largest / 127.0).to_bits() >> 16) as u16 + 1
        };
        for row in values.chunks_exact(WORD) {
            self.0.extend_from_slice(&factor(row).to_le_bytes());
        }
        for row in values.chunks_exact(WORD) {
            let factor = f32::from_bits(u32::from(factor(row)) << 16);
            for value in row {
                self.0.push(((value / factor).round() as i8).cast_unsigned());
            }
        }
    }

    /// Sixteen-bit values with a factor a column.
    fn matrix(&mut self, values: &[f32], columns: usize) {
        let mut factors = vec![1e-30f32; columns];
        for row in values.chunks_exact(columns) {
            for (factor, value) in factors.iter_mut().zip(row) {
                *factor = factor.max(value.abs() / 32767.0);
            }
        }
        self.floats(&factors);
        for row in values.chunks_exact(columns) {
            for (value, factor) in row.iter().zip(&factors) {
                self.0.extend_from_slice(&((value / factor).round() as i16).to_le_bytes());
            }
        }
    }
}

/// Matrices side by side, input by input.
fn beside(parts: &[(&[f32], usize)]) -> Vec<f32> {
    let rows = parts.first().map_or(0, |(values, columns)| values.len() / columns);
    let mut joined = Vec::new();
    for row in 0..rows {
        for (values, columns) in parts {
            joined.extend_from_slice(&values[row * columns..][..*columns]);
        }
    }
    joined
}

/// The bytes of the model.
pub fn model(network: &Network, values: &[f32], lexicon: &Lexicon) -> Vec<u8> {
    let layout = &network.layout;
    // Pretrained words first, in order of frequency, then the treebank's own.
    let own = lexicon
        .learned_forms
        .iter()
        .filter(|form| !lexicon.pretrained.contains_key(&Word::new(form, false).hash));
    let forms: Vec<&str> =
        lexicon.pretrained_forms.iter().chain(own).map(String::as_str).take(u16::MAX as usize - 1).collect();
    let slots = (forms.len() * 2).next_power_of_two();

    let mut writer = Writer(MAGIC.to_vec());
    for (_, number) in header() {
        writer.number(number as usize);
    }
    writer.number(forms.len());
    writer.number(slots);
    writer.number(network.actions.len());

    let mut table = vec![0u16; slots];
    let mut vectors = vec![0.0; forms.len() * WORD];
    let mut fingerprints = Vec::with_capacity(forms.len());
    for (row, (form, vector)) in forms.iter().zip(vectors.chunks_exact_mut(WORD)).enumerate() {
        let inputs: Vec<Input> = example::inputs(std::iter::once(*form), lexicon);
        let hash = inputs[0].word.hash;
        let mut at = hash as usize & (slots - 1);
        while table[at] != 0 {
            at = (at + 1) & (slots - 1);
        }
        table[at] = row as u16 + 1;
        fingerprints.push((hash >> 32) as u32);
        network.word_vector(values, &inputs[0], true, vector);
    }
    for slot in table {
        writer.0.extend_from_slice(&slot.to_le_bytes());
    }
    for fingerprint in fingerprints {
        writer.number(fingerprint as usize);
    }
    writer.rows(&vectors);
    for affix in &layout.affixes {
        writer.rows(affix.of(values));
    }
    writer.floats(layout.unknown.of(values));

    writer.floats(layout.shapes.of(values));
    writer.floats(layout.edge.of(values));
    writer.floats(layout.window_bias.of(values));
    writer.matrix(layout.window.of(values), WINDOW);
    let mut recurrent = |sides: &[RecurrentPlaces; 2]| {
        for side in sides {
            writer.floats(side.bias.of(values));
        }
        let weights = sides.each_ref().map(|side| (side.weights.of(values), GATES));
        writer.matrix(&beside(&weights), 2 * GATES);
    };
    recurrent(&layout.first);
    recurrent(&layout.second);
    writer.floats(layout.tags_bias.of(values));
    writer.matrix(layout.tags.of(values), TAGS);

    writer.floats(layout.special.of(values));
    let positions: Vec<_> = layout.positions.iter().map(|place| (place.of(values), HIDDEN)).collect();
    writer.matrix(&beside(&positions), HIDDEN * positions.len());
    let facts: Vec<f32> = layout.facts.iter().flat_map(|place| place.of(values).iter().copied()).collect();
    writer.matrix(&facts, HIDDEN);
    writer.floats(layout.hidden_bias.of(values));
    writer.floats(layout.actions_bias.of(values));
    writer.matrix(layout.actions.of(values), network.actions.len());
    for action in &network.actions {
        writer.0.extend_from_slice(&match *action {
            Transition::Shift => [0, 0],
            Transition::Left(relation) => [1, relation],
            Transition::Right(relation) => [2, relation],
        });
    }
    debug_assert_eq!(layout.special.range.len(), 2 * CONTEXT);
    writer.0
}

/// Writes the lemmas of the treebank that no rule and no list by hand gives.
pub fn lemmas(sentences: &[Sentence], lexicon: &Lexicon, path: &Path) -> Result<(), String> {
    let rank = |hash: u64| lexicon.pretrained.get(&hash).map(|&row| row as usize);
    let mut counts: BTreeMap<(&str, String), BTreeMap<String, usize>> = BTreeMap::new();
    for token in sentences.iter().flatten() {
        let tag = match token.tag {
            FineTag::Vbd | FineTag::Vbn => FineTag::Vbd,
            FineTag::Vb | FineTag::Vbp | FineTag::Vbz => FineTag::Vb,
            tag => tag,
        };
        let wanted = token.form.chars().all(|letter| letter.is_alphabetic() || "'’-".contains(letter))
            && token.lemma.chars().all(|letter| letter.is_alphabetic() || "'-".contains(letter))
            && !matches!(token.upos, Upos::ProperNoun | Upos::Other | Upos::Symbol | Upos::Punctuation)
            && !matches!(tag, FineTag::Nn | FineTag::Jj | FineTag::Fw | FineTag::Gw);
        if wanted {
            let form: String = rapporteur_syntax::training::folded(&token.form).collect();
            let lemma = if token.lemma == "I" { "I".to_owned() } else { token.lemma.to_lowercase() };
            *counts.entry((tag.as_str(), form)).or_default().entry(lemma).or_default() += 1;
        }
    }
    let mut text = String::from(
        "# Dictionary forms that the rules do not give: tag (VBD for VBN too, VB for VBP and VBZ), form, lemma.\n\
         # Written by examples/train from the English Web Treebank (CC BY-SA 4.0).\n",
    );
    for ((tag, form), lemmas) in &counts {
        let Some((lemma, &count)) = lemmas.iter().max_by_key(|(_, count)| **count) else { continue };
        let Some(fine) = FineTag::from_name(tag) else { continue };
        let by_rule = match fine {
            FineTag::Vb if form.ends_with('s') => regular(form.clone(), FineTag::Vbz, rank),
            fine => regular(form.clone(), fine, rank),
        };
        // A single sighting is as often a slip of spelling as a word.
        if by_rule != *lemma && count >= 2 {
            text.push_str(&format!("{tag}\t{form}\t{lemma}\n"));
        }
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
