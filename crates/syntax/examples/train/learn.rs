//! The order of training: read, count, learn for some rounds, measure, write.

use std::path::Path;
use std::time::Instant;

use rapporteur_syntax::training::{State, Transition};

use crate::augment;
use crate::conllu::{self, Sentence};
use crate::example::{self, Example};
use crate::export;
use crate::lesson::Teacher;
use crate::lexicon::Lexicon;
use crate::network::{self, Network, Noise, Pass};
use crate::optimiser::{Adam, Gradient};
use crate::parameters::{Layout, WORD};
use crate::random::Random;
use crate::score::{Found, Score};
use crate::templates::Templates;

const VECTORS: usize = 50_000;
const LEAST_COUNT: u32 = 2;
const BATCH: usize = 16;
const SHARDS: usize = 2;
const RATE: f32 = 2e-3;

/// A number from the environment, for trying things out; the model is made with the defaults.
fn setting(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(default)
}

/// How many sentences of templates a round has.
fn drawn() -> usize {
    setting("TEMPLATES", 1000.0) as usize
}

/// A round's sentences in their order: the treebank's, some of them changed, and drawn ones.
fn examples(
    train: &[Sentence],
    templates: &Templates,
    lexicon: &Lexicon,
    random: &mut Random,
) -> Vec<Example> {
    let mut examples = Vec::with_capacity(train.len() + drawn());
    for sentence in train {
        let mut sentence = sentence.clone();
        if random.chance(0.3) {
            augment::rename(&mut sentence, templates, random);
        }
        if random.chance(0.03) {
            augment::recase(&mut sentence, random);
        }
        examples.push(Example::new(&sentence, lexicon));
    }
    examples.extend((0..drawn()).map(|_| Example::new(&templates.sentence(random), lexicon)));
    random.shuffle(&mut examples);
    examples
}

/// Trees of diplomatic news, of the texts in `fixtures/`: how they were made, `data/README.md` tells.
const NEWS: &str = include_str!("../../data/news-train.conllu");
const NEWS_TEST: &str = include_str!("../../data/news-test.conllu");

pub fn run(treebank: &Path, vectors: &Path, model: &Path) -> Result<(), String> {
    let web = conllu::read(&treebank.join("ewt-train.conllu"))?;
    let news = conllu::parse(NEWS);
    let copies = setting("NEWS", 2.0) as usize;
    let train: Vec<Sentence> =
        web.iter().chain(std::iter::repeat_n(&news, copies).flatten()).cloned().collect();
    let news_test = conllu::parse(NEWS_TEST);
    let development = conllu::read(&treebank.join("ewt-dev.conllu"))?;
    let test = conllu::read(&treebank.join("ewt-test.conllu"))?;
    let mut lexicon = Lexicon::default();
    lexicon.read_vectors(vectors, VECTORS)?;
    lexicon.count(train.iter().flatten().map(|token| token.form.as_str()), LEAST_COUNT);
    let templates = Templates::read()?;
    let actions = actions(&train);
    println!("{} sentences, {} moves, {} learned words", train.len(), actions.len(), lexicon.learned.len());

    let network = Network {
        layout: Layout::new(lexicon.learned_forms.len(), actions.len()),
        pretrained: std::mem::take(&mut lexicon.vectors),
        actions,
    };
    let course =
        Course { train: &train, development: &development, templates: &templates, lexicon: &lexicon };
    // TEACHERS networks, none unless asked, learn from the treebank, and one from it and from them: it is
    // as small as each of them and nearly as good as all together. Each is written, so that there is one to try.
    let mut teachers = Vec::new();
    let last = setting("TEACHERS", 0.0) as u64;
    for seed in 0..=last {
        println!("network {seed}");
        let rounds = if seed < last { setting("TEACHER_ROUNDS", 12.0) } else { setting("ROUNDS", 20.0) };
        let masters: &[Vec<f32>] = if seed < last { &[] } else { &teachers };
        let values = course.run(&network, masters, 20_250_516 + seed, rounds as usize);
        println!("test: {}", evaluate(&network, &values, &test, &lexicon));
        println!("news: {}", evaluate(&network, &values, &news_test, &lexicon));
        let bytes = export::model(&network, &values, &lexicon);
        std::fs::write(model, bytes).map_err(|error| format!("{}: {error}", model.display()))?;
        teachers.push(values);
    }
    export::lemmas(&web, &lexicon, &model.with_file_name("lemmas.tsv"))
}

/// The moves the oracle makes on the training trees.
fn actions(sentences: &[Sentence]) -> Vec<Transition> {
    let mut left = std::collections::BTreeMap::new();
    let mut right = left.clone();
    for sentence in sentences {
        for (at, token) in sentence.iter().enumerate() {
            let side = if token.head.is_none_or(|head| head > at) { &mut left } else { &mut right };
            *side.entry(token.relation).or_insert(0) += 1;
        }
    }
    let often = |(relation, count): (rapporteur_syntax::Relation, i32)| {
        (count >= 3).then_some(relation.index() as u8)
    };
    std::iter::once(Transition::Shift)
        .chain(left.into_iter().filter_map(often).map(Transition::Left))
        .chain(right.into_iter().filter_map(often).map(Transition::Right))
        .collect()
}

fn evaluate(network: &Network, values: &[f32], sentences: &[Sentence], lexicon: &Lexicon) -> Score {
    let mut pass = Pass::default();
    let mut score = Score::default();
    for sentence in sentences {
        let inputs = example::inputs(sentence.iter().map(|token| token.form.as_str()), lexicon);
        network.encode(values, &inputs, None, &mut pass);
        network.parse(values, inputs.len(), &mut pass);
        let state: &State = &pass.state;
        let found: Vec<Found> = (0..inputs.len())
            .map(|word| {
                let (fine, universal) = network.tags(&pass, word);
                let head = network::word_index(state.heads[word], inputs.len());
                Found { fine, universal, head, relation: state.relations[word] as usize }
            })
            .collect();
        score.add(sentence, &found);
    }
    score
}

/// What all networks learn from and are measured by.
struct Course<'a> {
    train: &'a [Sentence],
    development: &'a [Sentence],
    templates: &'a Templates,
    lexicon: &'a Lexicon,
}

impl Course<'_> {
    /// Trains one network and gives its averaged weights.
    fn run(&self, network: &Network, teachers: &[Vec<f32>], seed: u64, rounds: usize) -> Vec<f32> {
        let mut random = Random::new(seed);
        let mut values = network.layout.initial(&mut random);
        let mut adam = Adam::new(&values, network.layout.learned.range.start, WORD);
        let mut gradients: Vec<Gradient> =
            (0..SHARDS).map(|_| Gradient { values: vec![0.0; values.len()], touched: Vec::new() }).collect();
        let mut passes: Vec<Pass> = (0..SHARDS).map(|_| Pass::default()).collect();
        let mut classes: Vec<Vec<Teacher<'_>>> = (0..SHARDS)
            .map(|_| teachers.iter().map(|values| Teacher { values, pass: Pass::default() }).collect())
            .collect();
        let mut step = 0usize;
        let steps = rounds * (self.train.len() + drawn()).div_ceil(BATCH);
        for round in 0..rounds {
            let start = Instant::now();
            let examples = examples(self.train, self.templates, self.lexicon, &mut random);
            let order: Vec<usize> = (0..examples.len()).collect();
            let noise = Noise {
                word: setting("WORD_NOISE", 0.25),
                dropout: setting("DROPOUT", 0.25),
                exploration: if round == 0 { 0.0 } else { 0.9 },
            };
            let (mut tags, mut moves) = (0.0, 0.0);
            for batch in order.chunks(BATCH) {
                let seed = random.next();
                let shards: Vec<&[usize]> = batch.chunks(batch.len().div_ceil(SHARDS)).collect();
                let losses = std::thread::scope(|scope| {
                    let handles: Vec<_> = shards
                        .iter()
                        .zip(gradients.iter_mut())
                        .zip(passes.iter_mut())
                        .zip(classes.iter_mut())
                        .enumerate()
                        .map(|(shard, (((indices, gradient), pass), teachers))| {
                            let (values, examples, noise) = (&values, &examples, &noise);
                            scope.spawn(move || {
                                let mut random = Random::new(seed ^ (shard as u64 + 1));
                                let (mut tags, mut moves) = (0.0, 0.0);
                                for &index in *indices {
                                    let loss = network.learn(
                                        values,
                                        gradient,
                                        &examples[index],
                                        noise,
                                        &mut random,
                                        pass,
                                        teachers,
                                    );
                                    tags += loss.tags;
                                    moves += loss.moves;
                                }
                                (tags, moves)
                            })
                        })
                        .collect();
                    handles.into_iter().map(|handle| handle.join().unwrap_or_default()).collect::<Vec<_>>()
                });
                for (tag, r#move) in losses {
                    tags += tag;
                    moves += r#move;
                }
                let progress = step as f32 / steps as f32;
                let warm = ((step + 1) as f32 / 200.0).min(1.0);
                adam.step(&mut values, &mut gradients, RATE * warm * (1.0 - progress));
                step += 1;
            }
            let words: usize = examples.iter().map(|example| example.inputs.len()).sum();
            let score = evaluate(network, adam.averaged(&values), self.development, self.lexicon);
            println!(
                "{round:2}: loss {:.3} {:.3} {:.0}s  {score}",
                tags / words as f32,
                moves / words as f32,
                start.elapsed().as_secs_f32()
            );
        }

        adam.averaged(&values).to_vec()
    }
}
