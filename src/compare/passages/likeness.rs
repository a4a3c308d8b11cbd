//! How alike the passages of two texts are: the cosine of their features, rare ones weighing most.
//!
//! A feature weighs (1 + ln f) * ln(1 + n / d) in a passage, where f is how often the passage has it,
//! n the number of passages of both texts and d the number of those that hold it; the score is the
//! cosine of the two vectors (Salton & Buckley 1988, "Term-weighting approaches in automatic text
//! retrieval", *Information Processing & Management* 24). What only a plainer wording says (see
//! `features`) enters the product by half and no length, as in the soft cosine of Sidorov et al. (2014),
//! *Computacion y Sistemas* 18.

use std::collections::BTreeMap;

use super::features::Feature;
use crate::stats::Worth;

/// What a match through a plainer wording counts for.
const SOFT: f64 = 0.5;

/// The least number of features that a pair must share.
const SHARED: usize = 3;

/// Passages of which a feature is in a larger share bring no pair together by themselves.
const COMMON: f64 = 0.1;

/// Pairs that are kept of each passage, the best ones.
const KEPT: usize = 12;

/// The weights of one passage.
#[derive(Debug)]
pub(super) struct Vector {
    /// Feature and weight, by feature; the squares sum to 1.
    own: Vec<(u32, f64)>,
    /// The same of what its plainer wordings add, in the same measure.
    soft: Vec<(u32, f64)>,
}

/// Passages as vectors, those of both texts in one measure. `features` is the number of features.
pub(super) fn vectors(
    a: &[Vec<Feature>],
    b: &[Vec<Feature>],
    features: usize,
) -> (Vec<Vector>, Vec<Vector>) {
    let counts = |passages: &[Vec<Feature>]| passages.iter().map(|p| count(p)).collect::<Vec<_>>();
    let (a, b) = (counts(a), counts(b));
    let mut holding = vec![0_u32; features];
    for (id, _) in a.iter().chain(&b).flat_map(|(own, _)| own) {
        holding[*id as usize] += 1;
    }
    let passages = (a.len() + b.len()) as f64;
    let weigh = |(own, soft): (BTreeMap<u32, u32>, BTreeMap<u32, u32>)| {
        let weight = |(id, count): (u32, u32)| {
            let rarity = (1.0 + passages / f64::from(holding[id as usize].max(1))).ln();
            (id, (1.0 + f64::from(count).ln()) * rarity)
        };
        let mut own: Vec<_> = own.into_iter().map(weight).collect();
        let mut soft: Vec<_> = soft.into_iter().map(weight).collect();
        let length = own.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        soft.truncate(if own.is_empty() { 0 } else { soft.len() });
        own.iter_mut().chain(&mut soft).for_each(|(_, weight)| *weight /= length);
        Vector { own, soft }
    };
    (a.into_iter().map(weigh).collect(), b.into_iter().map(weigh).collect())
}

/// How often a passage has each feature: in its words, and in plainer wordings alone.
fn count(passage: &[Feature]) -> (BTreeMap<u32, u32>, BTreeMap<u32, u32>) {
    let (mut own, mut soft) = (BTreeMap::new(), BTreeMap::new());
    for feature in passage {
        let counts = if feature.soft { &mut soft } else { &mut own };
        *counts.entry(feature.id).or_default() += 1;
    }
    soft.retain(|id, _| !own.contains_key(id));
    (own, soft)
}

/// The features that two passages share, each with its part of the score.
pub(super) fn shared(a: &Vector, b: &Vector) -> Vec<(u32, f64)> {
    let mut shared = Vec::new();
    each_shared(a, b, |id, part| shared.push((id, part)));
    shared
}

/// The score of two passages, from 0 to 1, and the number of features that they share.
pub(super) fn score(a: &Vector, b: &Vector) -> (f64, usize) {
    let mut found = (0.0, 0);
    each_shared(a, b, |_, part| found = (found.0 + part, found.1 + 1));
    (f64::min(found.0, 1.0), found.1)
}

fn each_shared(a: &Vector, b: &Vector, mut found: impl FnMut(u32, f64)) {
    meet(&a.own, &b.own, &mut found);
    meet(&a.soft, &b.own, |id, product| found(id, SOFT * product));
    meet(&a.own, &b.soft, |id, product| found(id, SOFT * product));
}

/// Calls `found` with each feature that both lists hold, and the product of its weights.
fn meet(a: &[(u32, f64)], b: &[(u32, f64)], mut found: impl FnMut(u32, f64)) {
    let mut there = b.iter().peekable();
    for (id, weight) in a {
        while there.next_if(|(other, _)| other < id).is_some() {}
        if let Some((_, other)) = there.next_if(|(other, _)| other == id) {
            found(*id, weight * other);
        }
    }
}

/// The pairs that score at least `least`, from 0 to 1.
pub(super) fn pairs(a: &[Vector], b: &[Vector], features: usize, least: f64) -> Vec<Worth> {
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); features];
    for (number, passage) in (0..).zip(b) {
        passage.own.iter().for_each(|(id, _)| holders[*id as usize].push(number));
    }
    let most = (COMMON * b.len() as f64).max(20.0) as usize;
    let mut pairs = Vec::new();
    let mut seen = vec![u32::MAX; b.len()];
    for (number, passage) in (0..).zip(a) {
        let mut found: Vec<Worth> = Vec::new();
        for (id, _) in passage.own.iter().chain(&passage.soft) {
            let there = &holders[*id as usize];
            for &other in there.iter().filter(|_| there.len() <= most) {
                if std::mem::replace(&mut seen[other as usize], number) == number {
                    continue;
                }
                let (score, shared) = score(passage, &b[other as usize]);
                if score >= least && shared >= SHARED {
                    found.push((number, other, score));
                }
            }
        }
        found.sort_by(|x, y| y.2.total_cmp(&x.2).then(x.1.cmp(&y.1)));
        found.truncate(KEPT);
        pairs.extend(found);
    }
    pairs
}
