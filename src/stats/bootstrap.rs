//! How sure a figure over documents is: the percentile bootstrap.
//!
//! Efron & Tibshirani (1993), *An Introduction to the Bootstrap*, ch. 13. The unit that is drawn
//! again is the document, since words and findings of one text are not independent.

use super::Interval;
use super::random::Random;

/// Fewer documents than this give no interval.
const LEAST: usize = 5;

/// The 95 % percentile interval of `figure` over `documents` documents.
///
/// `figure` gets the documents of one resample, by index, each as often as it was drawn; a resample
/// for which it does not exist is left out. `None` below 5 documents, or where more than half of the
/// resamples gave nothing. The interval is widened to hold `estimate` where resampling is lopsided.
pub fn bootstrap(
    documents: usize,
    resamples: usize,
    seed: u64,
    estimate: f64,
    figure: impl Fn(&[usize]) -> Option<f64>,
) -> Option<Interval> {
    if documents < LEAST || resamples == 0 {
        return None;
    }
    let mut random = Random::new(seed);
    let mut drawn = vec![0; documents];
    let mut figures = Vec::with_capacity(resamples);
    for _ in 0..resamples {
        drawn.fill_with(|| random.below(documents));
        figures.extend(figure(&drawn).filter(|figure| figure.is_finite()));
    }
    if figures.len() * 2 < resamples {
        return None;
    }
    figures.sort_by(f64::total_cmp);
    let at = |share: f64| figures[((figures.len() - 1) as f64 * share).round() as usize];
    Some(Interval { low: at(0.025).min(estimate), high: at(0.975).max(estimate) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(values: &[f64]) -> impl Fn(&[usize]) -> Option<f64> {
        |drawn| Some(drawn.iter().map(|&at| values[at]).sum::<f64>() / drawn.len() as f64)
    }

    #[test]
    fn the_mean_of_many_values_has_the_interval_of_the_textbook() {
        // 0..=99: mean 49.5, standard error 28.866 / 10
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let Interval { low, high } = bootstrap(100, 1_999, 1, 49.5, mean(&values)).unwrap();
        assert!((low - (49.5 - 1.96 * 2.8866)).abs() < 0.5, "{low}");
        assert!((high - (49.5 + 1.96 * 2.8866)).abs() < 0.5, "{high}");
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let values: Vec<f64> = (0..30).map(f64::from).collect();
        let of = |seed| bootstrap(30, 499, seed, 14.5, mean(&values));
        assert_eq!(of(3), of(3));
        assert_ne!(of(3), of(4));
    }

    #[test]
    fn too_little_to_draw_from_gives_none() {
        assert_eq!(bootstrap(4, 999, 1, 0.0, |_| Some(0.0)), None);
        assert_eq!(bootstrap(50, 999, 1, 0.0, |_| None), None);
        assert_eq!(bootstrap(50, 0, 1, 0.0, |_| Some(0.0)), None);
    }
}
