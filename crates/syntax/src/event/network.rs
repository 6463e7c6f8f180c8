//! The network that reads events, as `model/train_events.py` has made it.
//!
//! Three rounds over the tree in which each word hears its head and its dependents; labels from all rounds together;
//! the part of a word in an event from both words and the way between them. Knows nothing of what the labels mean.
//! The words' vectors stay where they lie in the bytes.

use std::borrow::Cow;

use crate::dimensions::{CONTEXT, EVENT_ROWS, EVENT_VECTOR, WORD};
use crate::error::ModelError;
use crate::event::{Occurrence, Part};
use crate::lexicon::Rows;
use crate::matrix::Matrix;
use crate::reader::Reader;
use crate::word::Word;
use crate::{Parse, Parser, Relation, Scratch};

const MAGIC: &[u8; 8] = b"RAPEVENT";
const FEATURE: usize = WORD + CONTEXT;
/// The state of a word after one round.
const WIDTH: usize = 96;
/// What a word says to its head.
const MESSAGE: usize = 48;
const ROUNDS: usize = 3;
/// What a word keeps and says.
const SAID: usize = 2 * WIDTH + MESSAGE;
const STATE: usize = WIDTH * (ROUNDS + 1);
/// What is compared of two words.
const PAIR: usize = 64;
/// The steps of a way that are told apart; those beyond are as the last.
const STEPS: usize = 4;
/// The longest way on which a word is looked for that has a part in an event.
const LONGEST_WAY: usize = 16;
const DISTANCES: usize = 12;
const LABELS: usize = Occurrence::ALL.len() + 1;
const PARTS: usize = Part::ALL.len() + 1;

/// The weights.
#[derive(Debug)]
pub(super) struct Network {
    bytes: Cow<'static, [u8]>,
    vectors: Rows<EVENT_VECTOR>,
    input: Matrix,
    rounds: Vec<Round>,
    labels: Matrix,
    trigger: Matrix,
    word: Matrix,
    case: Matrix,
    middle: Matrix,
    part: Matrix,
    up: Vec<f32>,
    down: Vec<f32>,
    label: Vec<f32>,
    distance: Vec<f32>,
}

/// The weights of one round.
#[derive(Debug)]
struct Round {
    /// What a word keeps of itself, what it says to its dependents and what to its head, side by side.
    said: Matrix,
    heard: Matrix,
    relation: Vec<f32>,
    message_relation: Vec<f32>,
}

/// The states of a sentence's words after all rounds, and the scores of their labels.
#[derive(Debug)]
pub(super) struct States {
    words: Vec<f32>,
    labels: Vec<f32>,
}

/// What is compared of each word as the trigger and as the one with a part.
#[derive(Debug)]
pub(super) struct Pairing {
    triggers: Vec<f32>,
    words: Vec<f32>,
    /// What its preposition adds, nothing where it has none.
    prepositions: Vec<f32>,
}

impl States {
    /// The scores of the labels of a word; the first is that it tells nothing.
    pub(super) fn labels(&self, word: usize) -> &[f32] {
        row(&self.labels, word, LABELS)
    }
}

/// Layers over the same inputs as one.
fn beside(
    reader: &mut Reader<'_>,
    inputs: usize,
    outputs: &[usize],
    what: &'static str,
) -> Result<Matrix, ModelError> {
    let all: usize = outputs.iter().sum();
    let (mut bias, mut weights) = (Vec::with_capacity(all), vec![0.0; inputs * all]);
    for &outputs in outputs {
        let start = bias.len();
        bias.extend(reader.floats(outputs, what)?);
        let part = reader.floats(inputs * outputs, what)?;
        for (row, part) in weights.chunks_exact_mut(all).zip(part.chunks_exact(outputs)) {
            row[start..start + outputs].copy_from_slice(part);
        }
    }
    Ok(Matrix::new(&weights, inputs, all, &bias))
}

fn layer(
    reader: &mut Reader<'_>,
    inputs: usize,
    outputs: usize,
    what: &'static str,
) -> Result<Matrix, ModelError> {
    let bias = reader.floats(outputs, what)?;
    let weights = reader.floats(inputs * outputs, what)?;
    Ok(Matrix::new(&weights, inputs, outputs, &bias))
}

impl Network {
    pub(super) fn read(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let kept = bytes.clone();
        let mut reader = Reader::new(&bytes);
        if reader.take(MAGIC.len(), "the header").ok() != Some(&MAGIC[..]) {
            return Err(ModelError::Foreign);
        }
        let header = [
            ("format", 1),
            ("feature width", FEATURE),
            ("vector width", EVENT_VECTOR),
            ("number of vectors", EVENT_ROWS),
            ("state width", WIDTH),
            ("message width", MESSAGE),
            ("number of rounds", ROUNDS),
            ("pair width", PAIR),
            ("number of relations", Relation::ALL.len()),
            ("number of steps", STEPS),
            ("number of labels", LABELS),
            ("number of parts", PARTS),
        ];
        for (what, needed) in header {
            let (found, needed) = (reader.number("the header")?, needed as u32);
            if found != needed {
                return Err(ModelError::Version { what, found, needed });
            }
        }
        let vectors = Rows::read(&mut reader, EVENT_ROWS, "the vectors")?;
        let input = layer(&mut reader, FEATURE + 2 * EVENT_VECTOR, WIDTH, "the input layer")?;
        let relations = Relation::ALL.len();
        let mut rounds = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            rounds.push(Round {
                said: beside(&mut reader, WIDTH, &[WIDTH, WIDTH, MESSAGE], "a round")?,
                heard: layer(&mut reader, MESSAGE, WIDTH, "a round")?,
                relation: reader.floats(relations * WIDTH, "a round")?,
                message_relation: reader.floats(relations * MESSAGE, "a round")?,
            });
        }
        let network = Self {
            bytes: kept,
            vectors,
            input,
            rounds,
            labels: layer(&mut reader, STATE, LABELS, "the labels")?,
            trigger: layer(&mut reader, STATE, PAIR, "the triggers")?,
            word: layer(&mut reader, STATE, PAIR, "the words")?,
            case: layer(&mut reader, EVENT_VECTOR, PAIR, "the prepositions")?,
            middle: layer(&mut reader, PAIR, PAIR, "the pairs")?,
            part: layer(&mut reader, PAIR, PARTS, "the parts")?,
            up: reader.floats(STEPS * relations * PAIR, "the ways")?,
            down: reader.floats(STEPS * relations * PAIR, "the ways")?,
            label: reader.floats(LABELS * PAIR, "the pairs")?,
            distance: reader.floats(DISTANCES * PAIR, "the pairs")?,
        };
        if !reader.is_at_end() {
            return Err(ModelError::Damaged { what: "bytes after its end" });
        }
        Ok(network)
    }

    /// Adds the vector of a word, if it has one.
    fn add_vector(&self, parser: &Parser, word: &Word, vector: &mut [f32]) {
        if let Some(row) = parser.row_of(word) {
            self.vectors.add(&self.bytes, row, vector);
        }
    }

    /// Lets the words of a sentence hear each other.
    pub(super) fn states(&self, parser: &Parser, parse: &Parse, scratch: &Scratch) -> States {
        let count = parse.len();
        let mut inputs = Vec::with_capacity(count * (FEATURE + 2 * EVENT_VECTOR));
        let mut words = scratch.words().iter().zip(&parse.tokens);
        scratch.encoding().each(|vector, context| {
            let Some((word, token)) = words.next() else { return };
            inputs.extend_from_slice(vector);
            inputs.extend_from_slice(context);
            let start = inputs.len();
            inputs.resize(start + 2 * EVENT_VECTOR, 0.0);
            let (own, lemma) = inputs[start..].split_at_mut(EVENT_VECTOR);
            self.add_vector(parser, word, own);
            self.add_vector(parser, &Word::new(&token.lemma, false), lemma);
        });
        let mut state = Vec::new();
        self.input.multiply(&inputs, &mut state);
        rectify(&mut state);
        let mut words = vec![0.0; count * STATE];
        keep(&state, 0, &mut words);
        let (mut terms, mut said, mut heard) = (Vec::new(), Vec::new(), Vec::new());
        for (at, round) in self.rounds.iter().enumerate() {
            round.said.multiply_sparse(&state, &mut terms, &mut said);
            let mut sums = vec![0.0; count * MESSAGE];
            for (token, said) in parse.tokens.iter().zip(said.as_chunks_mut::<SAID>().0) {
                let message = &mut said[2 * WIDTH..];
                add(message, row(&round.message_relation, token.relation.index(), MESSAGE));
                rectify(message);
                if let Some(above) = token.head {
                    add(&mut sums[above * MESSAGE..][..MESSAGE], message);
                }
            }
            round.heard.multiply(&sums, &mut heard);
            let words_heard = heard.as_chunks::<WIDTH>().0;
            for (word, (token, heard)) in parse.tokens.iter().zip(words_heard).enumerate() {
                let state = &mut state[word * WIDTH..][..WIDTH];
                state.copy_from_slice(&row(&said, word, SAID)[..WIDTH]);
                add(state, heard);
                add(state, row(&round.relation, token.relation.index(), WIDTH));
                if let Some(above) = token.head {
                    add(state, &row(&said, above, SAID)[WIDTH..2 * WIDTH]);
                }
                rectify(state);
            }
            keep(&state, at + 1, &mut words);
        }
        let mut labels = Vec::new();
        self.labels.multiply(&words, &mut labels);
        States { words, labels }
    }

    /// Prepares to compare the words of a sentence.
    pub(super) fn pairing(
        &self,
        states: &States,
        parser: &Parser,
        parse: &Parse,
        scratch: &Scratch,
    ) -> Pairing {
        let (mut triggers, mut words, mut prepositions) = (Vec::new(), Vec::new(), Vec::new());
        self.trigger.multiply(&states.words, &mut triggers);
        self.word.multiply(&states.words, &mut words);
        let mut vectors = vec![0.0; parse.len() * EVENT_VECTOR];
        for (word, vector) in vectors.chunks_exact_mut(EVENT_VECTOR).enumerate() {
            let case = parse.children_by(word, Relation::Case).next();
            if let Some(case) = case.and_then(|case| scratch.words().get(case)) {
                self.add_vector(parser, case, vector);
            }
        }
        self.case.multiply(&vectors, &mut prepositions);
        Pairing { triggers, words, prepositions }
    }

    /// The scores of a word's part in what a trigger tells, which has a label; the first is that it has none.
    /// Nothing where the two are far apart in the tree.
    pub(super) fn parts(
        &self,
        pairing: &Pairing,
        parse: &Parse,
        (trigger, label): (usize, usize),
        word: usize,
    ) -> Option<[f32; PARTS]> {
        let (up, down) = way(parse, word, trigger)?;
        let mut hidden = [0.0; PAIR];
        add(&mut hidden, row(&pairing.triggers, trigger, PAIR));
        add(&mut hidden, row(&pairing.words, word, PAIR));
        add(&mut hidden, row(&self.label, label, PAIR));
        add(&mut hidden, row(&self.distance, distance(trigger, word), PAIR));
        for (table, relations) in [(&self.up, up), (&self.down, down)] {
            for (step, relation) in relations.iter().enumerate() {
                let at = step.min(STEPS - 1) * Relation::ALL.len() + relation.index();
                add(&mut hidden, row(table, at, PAIR));
            }
        }
        add(&mut hidden, row(&pairing.prepositions, word, PAIR));
        rectify(&mut hidden);
        let mut middle = Vec::new();
        self.middle.multiply(&hidden, &mut middle);
        rectify(&mut middle);
        add(&mut hidden, &middle);
        let mut scores = [0.0; PARTS];
        self.part.multiply_rows(&hidden, PAIR, 1, &mut scores);
        Some(scores)
    }
}

/// The relations from a word up to where its way meets that of another, and those from the other up to there; none
/// where it is too long.
fn way(parse: &Parse, from: usize, to: usize) -> Option<(Vec<Relation>, Vec<Relation>)> {
    let chain = |token: usize| -> Vec<usize> {
        std::iter::once(token).chain(parse.ancestors(token)).take(LONGEST_WAY + 1).collect()
    };
    let (up, down) = (chain(from), chain(to));
    let meets = up.iter().position(|token| down.contains(token))?;
    let other = down.iter().position(|&token| token == up[meets])?;
    let relations = |tokens: &[usize]| tokens.iter().map(|&token| parse.tokens[token].relation).collect();
    (meets + other <= LONGEST_WAY).then(|| (relations(&up[..meets]), relations(&down[..other])))
}

/// How far a word stands from a trigger, by powers of two, and on which side.
fn distance(trigger: usize, word: usize) -> usize {
    let far = trigger.abs_diff(word).checked_ilog2().unwrap_or(0).min(5) as usize;
    if word > trigger { far } else { far + DISTANCES / 2 }
}

/// A row of a table.
fn row(table: &[f32], row: usize, width: usize) -> &[f32] {
    &table[row * width..][..width]
}

fn add(sum: &mut [f32], other: &[f32]) {
    for (sum, other) in sum.iter_mut().zip(other) {
        *sum += other;
    }
}

fn rectify(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}

/// Writes the states of a round beside those of the others.
fn keep(state: &[f32], round: usize, words: &mut [f32]) {
    for (word, state) in words.as_chunks_mut::<STATE>().0.iter_mut().zip(state.as_chunks::<WIDTH>().0) {
        word[round * WIDTH..][..WIDTH].copy_from_slice(state);
    }
}
