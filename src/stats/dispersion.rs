//! How evenly hits are spread over the parts of a text.
//!
//! DP: Gries (2008), "Dispersions and adjusted frequencies in corpora", *International Journal of
//! Corpus Linguistics* 13: half the sum of the differences between each part's share of the words
//! and its share of the hits; 0 is even. Normalised by its greatest value, which is reached with
//! all hits in the smallest part: Lijffijt & Gries (2012), same journal, 17. Few hits cannot be
//! even, so below [`MIN_HITS`] there is no figure.

/// The fewest hits whose spread is worth a figure.
pub const MIN_HITS: u64 = 10;

/// Normalised DP, from 0 (as even as the parts' sizes) to 1 (all in the smallest part).
///
/// `sizes` are the words of each part, `hits` the hits in it. Parts without words are left out.
/// `None` below [`MIN_HITS`] hits, for fewer than two parts with words, and where a part has hits
/// but no words or the slices differ in length.
pub fn dispersion(sizes: &[u64], hits: &[u64]) -> Option<f64> {
    let found = hits.iter().fold(0u64, |sum, &h| sum.saturating_add(h));
    if found < MIN_HITS {
        return None;
    }
    let dp = deviation(sizes, hits)?;
    let smallest = *sizes.iter().filter(|&&size| size > 0).min()?;
    let most = 1.0 - smallest as f64 / total(sizes);
    (most > 0.0).then(|| (dp / most).min(1.0))
}

/// DP itself, whatever the number of hits: from 0 (even) to almost 1.
///
/// `None` without words or hits, and where a part has hits but no words or the slices differ in
/// length.
pub fn deviation(sizes: &[u64], hits: &[u64]) -> Option<f64> {
    let homeless = sizes.iter().zip(hits).any(|(&size, &hit)| size == 0 && hit > 0);
    let (words, found) = (total(sizes), total(hits));
    if sizes.len() != hits.len() || homeless || words == 0.0 || found == 0.0 {
        return None;
    }
    let shares = sizes
        .iter()
        .zip(hits)
        .map(|(&size, &hit)| (size as f64 / words - hit as f64 / found).abs());
    Some((0.5 * shares.sum::<f64>()).min(1.0))
}

fn total(counts: &[u64]) -> f64 {
    counts.iter().map(|&count| count as f64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn five_parts_of_nearly_one_size() {
        let (sizes, hits) = ([9, 10, 10, 10, 11], [1, 2, 3, 4, 5]);
        assert!(close(deviation(&sizes, &hits).unwrap(), 0.18, 1e-12));
        assert!(close(dispersion(&sizes, &hits).unwrap(), 0.18 / 0.82, 1e-12));
    }

    #[test]
    fn hits_in_proportion_to_size_are_even() {
        assert_eq!(dispersion(&[100, 300], &[5, 15]), Some(0.0));
    }

    #[test]
    fn all_in_the_smallest_part_is_1() {
        assert_eq!(dispersion(&[100, 300, 400], &[12, 0, 0]), Some(1.0));
    }

    #[test]
    fn nine_hits_are_too_few() {
        assert_eq!(dispersion(&[50, 50], &[4, 5]), None);
        assert_eq!(dispersion(&[50, 50], &[5, 5]), Some(0.0));
        assert!(deviation(&[50, 50], &[4, 5]).is_some());
    }

    #[test]
    fn empty_parts_are_left_out() {
        let with = dispersion(&[0, 50, 80, 0], &[0, 9, 3, 0]).unwrap();
        assert!(close(with, dispersion(&[50, 80], &[9, 3]).unwrap(), 1e-12));
    }

    #[test]
    fn no_spread_without_parts_words_or_a_match_of_slices() {
        let cases: [(&[u64], &[u64]); 6] = [
            (&[], &[]),
            (&[500], &[20]),
            (&[0, 0], &[10, 10]),
            (&[0, 50], &[10, 10]),
            (&[50, 50], &[20]),
            (&[500, 0], &[20, 0]),
        ];
        for (sizes, hits) in cases {
            assert_eq!(dispersion(sizes, hits), None, "{sizes:?} {hits:?}");
        }
        assert_eq!(deviation(&[50, 50], &[0, 0]), None);
    }

    #[test]
    fn extremes_stay_between_0_and_1() {
        let big = u64::MAX;
        for (sizes, hits) in [([1, big], [big, big]), ([big, big], [big, 0]), ([1, 1], [big, 1])] {
            let found = dispersion(&sizes, &hits).unwrap();
            assert!((0.0..=1.0).contains(&found), "{sizes:?} {hits:?}: {found}");
        }
    }
}
