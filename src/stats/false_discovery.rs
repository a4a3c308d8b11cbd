//! Many tests at once: the false discovery rate.
//!
//! Benjamini & Hochberg (1995), *Journal of the Royal Statistical Society B* 57: of the differences that
//! are called at q ≤ 0.05, one in twenty is expected to be none.

/// The q of each p, in their order: the smallest rate of false discoveries at which it would be called one.
pub fn false_discovery(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&x, &y| p[x].total_cmp(&p[y]));
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (rank, &at) in order.iter().enumerate().rev() {
        least = least.min(p[at] * p.len() as f64 / (rank + 1) as f64);
        q[at] = least;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::close;

    #[test]
    fn vectors() {
        let p = [0.205, 0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074];
        let expected = [0.205, 0.008, 0.032, 0.067_2, 0.067_2, 0.067_2, 0.08, 0.084_571_428];
        let q = false_discovery(&p);
        assert!(q.iter().zip(expected).all(|(q, e)| close(*q, e, 1e-6)), "{q:?}");
        assert_eq!(false_discovery(&[]), Vec::<f64>::new());
        assert_eq!(false_discovery(&[0.9, 0.9]), [0.9, 0.9]);
    }
}
